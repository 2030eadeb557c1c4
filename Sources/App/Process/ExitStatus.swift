/// Exit statuses from `sysexits.h`, as documented in CONTRACTS.
enum ExitStatus: Int32 {
  /// Success; also if the reader closed the output.
  case done = 0
  /// `doctor` found nothing broken, but something that should be looked at.
  case attention = 1
  /// An error on the command line (EX_USAGE).
  case usage = 64
  /// A page that cannot be read or is implausible (EX_DATAERR).
  case data = 65
  /// A named file or folder cannot be read (EX_NOINPUT).
  case noInput = 66
  /// An unknown area or place (EX_NOHOST).
  case unknownArea = 68
  /// The site refuses or fails (EX_UNAVAILABLE).
  case unavailable = 69
  /// The output or a recording cannot be written (EX_IOERR).
  case output = 74
  /// The network fails (EX_TEMPFAIL).
  case network = 75
  /// An error in the configuration (EX_CONFIG).
  case configuration = 78
  /// Interrupted: 128 plus the number of SIGINT.
  case interrupted = 130
}
