/// How a run ended, as `sysexits.h` numbers it and CONTRACTS promises.
enum ExitStatus: Int32 {
  /// Done; also when the reader of the output went away.
  case done = 0
  /// The command line is wrong (EX_USAGE).
  case usage = 64
  /// The page came but cannot be read or believed (EX_DATAERR).
  case data = 65
  /// A named file or folder cannot be read (EX_NOINPUT).
  case noInput = 66
  /// The area or place is not known (EX_NOHOST).
  case unknownArea = 68
  /// The site refuses or fails (EX_UNAVAILABLE).
  case unavailable = 69
  /// The output or a recording cannot be written (EX_IOERR).
  case output = 74
  /// The network fails (EX_TEMPFAIL).
  case network = 75
  /// The configuration is wrong (EX_CONFIG).
  case configuration = 78
  /// Interrupted: 128 and the number of SIGINT.
  case interrupted = 130
}
