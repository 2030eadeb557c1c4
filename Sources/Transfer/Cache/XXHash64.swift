/// The hash XXH64 (Yann Collet, "xxHash fast digest algorithm", version 0.1.1), which is quick over megabytes.
///
/// It names the cache's files and tells damaged ones. It keeps nobody out: what two texts of one hash would cost is an
/// entry that says whose it is, and is passed over.
enum XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63, 0x27D4_EB2F_1656_67C5
  )

  /// The hash of bytes, with seed 0.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    let whole = bytes.withContiguousStorageIfAvailable { unsafe hash(UnsafeRawBufferPointer($0)) }
    if let whole { return whole }
    return unsafe Array(bytes).withUnsafeBytes { unsafe hash($0) }
  }

  /// The hash as 16 hexadecimal digits.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var index = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var lanes: SIMD4<UInt64> = [primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0]
      while index + 32 <= bytes.count {
        for lane in 0..<4 { lanes[lane] = unsafe round(lanes[lane], word(bytes, index + lane * 8)) }
        index += 32
      }
      hash = rotated(lanes[0], 1) &+ rotated(lanes[1], 7) &+ rotated(lanes[2], 12) &+ rotated(lanes[3], 18)
      for lane in 0..<4 { hash = (hash ^ round(0, lanes[lane])) &* primes.0 &+ primes.3 }
    } else {
      hash = primes.4
    }
    hash &+= UInt64(bytes.count)
    while index + 8 <= bytes.count {
      hash = unsafe rotated(hash ^ round(0, word(bytes, index)), 27) &* primes.0 &+ primes.3
      index += 8
    }
    if index + 4 <= bytes.count {
      let half = unsafe UInt64(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt32.self)))
      hash = rotated(hash ^ (half &* primes.0), 23) &* primes.1 &+ primes.2
      index += 4
    }
    while index < bytes.count {
      hash = unsafe rotated(hash ^ (UInt64(bytes[index]) &* primes.4), 11) &* primes.0
      index += 1
    }
    hash = (hash ^ hash >> 33) &* primes.1
    hash = (hash ^ hash >> 29) &* primes.2
    return hash ^ hash >> 32
  }

  private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    unsafe UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* primes.1, 31) &* primes.0
  }

  private static func rotated(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }
}
