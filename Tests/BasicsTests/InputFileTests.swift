import Foundation
import Support
import Testing

@testable import Basics

struct InputFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aFileIsReadUpToItsLimit() throws {
    let path = try folder.write("file", [UInt8](repeating: 7, count: 300_000))
    #expect(try InputFile.read(path, limit: 300_000).count == 300_000)
    #expect(throws: FileError.tooLarge(limit: 299_999)) { try InputFile.read(path, limit: 299_999) }
    #expect(throws: FileError.tooLarge(limit: 1000)) { try InputFile.read("/dev/zero", limit: 1000) }
    #expect(throws: FileError.system(EISDIR)) { try InputFile.read(folder.path, limit: 1000) }
    #expect(throws: FileError.system(ENOENT)) { try InputFile.read(folder.path + "/none", limit: 1000) }
    #expect(throws: FileError.notRegular) { try InputFile.read("/dev/null", limit: 1000, plainly: true) }
  }

  @Test func aPipeWithoutAWriterIsNotWaitedForLong() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let begin = ContinuousClock.now
    #expect(throws: FileError.silent) { try InputFile.read(path, limit: 1000) }
    #expect(ContinuousClock.now - begin < .seconds(8))
    #expect(throws: FileError.notRegular) { try InputFile.read(path, limit: 1000, plainly: true) }
  }

  @Test func anInheritedPipeIsWaitedForWhileItHasAWriter() throws {
    let pipe = Pipe()
    let writer = pipe.fileHandleForWriting
    let thread = Thread {
      usleep(500_000)
      writer.write(Data("sunny".utf8))
      usleep(500_000)
      try? writer.close()
    }
    thread.start()
    let number = pipe.fileHandleForReading.fileDescriptor
    #expect(try InputFile.read("/dev/fd/\(number)", limit: 1000, timeout: 50) == Array("sunny".utf8))
  }

  @Test func aSilentNamedPipeIsNotWaitedForLongThoughItHasAWriter() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let holder = open(path, O_RDWR)
    defer { close(holder) }
    #expect(throws: FileError.silent) { try InputFile.read(path, limit: 1000, timeout: 50) }
    write(holder, "26°", 4)
    #expect(throws: FileError.silent) { try InputFile.read(path, limit: 1000, timeout: 50) }
  }

  @Test func aPipeIsReadToItsEnd() throws {
    let path = folder.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let thread = Thread {
      let file = open(path, O_WRONLY)
      for piece in ["26°", " and ", "sunny"] {
        usleep(100_000)
        write(file, piece, piece.utf8.count)
      }
      close(file)
    }
    thread.start()
    #expect(try InputFile.read(path, limit: 1000) == Array("26° and sunny".utf8))
  }
}
