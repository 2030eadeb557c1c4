/// The hash XXH64 (Yann Collet, "xxHash fast digest algorithm", version 0.1.1), which is quick over megabytes.
///
/// It names the cache's files and tells damaged ones. It keeps nobody out: what two texts of one hash would cost is an
/// entry that says whose it is, and is passed over.
struct XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63, 0x27D4_EB2F_1656_67C5
  )
  /// The bytes that are taken in at once.
  private static let stripe = 32

  private var lanes: SIMD4<UInt64> = [primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0]
  private var count = 0
  /// What has not made a whole stripe yet.
  private var rest: [UInt8] = []

  /// A hash of nothing yet, with seed 0.
  init() {}

  /// The hash of bytes as 16 hexadecimal digits.
  static func text(_ bytes: some Sequence<UInt8>) -> String {
    let digits = String(hash(bytes), radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The hash of bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = XXHash64()
    hash.add(bytes)
    return hash.value
  }

  /// Takes bytes in, behind those before them.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    let whole: Void? = bytes.withContiguousStorageIfAvailable { unsafe take(UnsafeRawBufferPointer($0)) }
    if whole == nil { unsafe Array(bytes).withUnsafeBytes { unsafe take($0) } }
  }

  /// The hash of all that was taken in.
  var value: UInt64 {
    var hash: UInt64
    if count >= Self.stripe {
      hash =
        Self.rotated(lanes[0], 1) &+ Self.rotated(lanes[1], 7) &+ Self.rotated(lanes[2], 12)
        &+ Self.rotated(lanes[3], 18)
      for lane in 0..<4 { hash = (hash ^ Self.round(0, lanes[lane])) &* Self.primes.0 &+ Self.primes.3 }
    } else {
      hash = Self.primes.4
    }
    hash &+= UInt64(count)
    return unsafe rest.withUnsafeBytes { unsafe Self.finished(hash, $0) }
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer) {
    count += bytes.count
    var index = 0
    if !rest.isEmpty {
      index = min(Self.stripe - rest.count, bytes.count)
      unsafe rest += bytes[..<index]
      if rest.count < Self.stripe { return }
      let full = rest
      unsafe full.withUnsafeBytes { unsafe mix($0, 0) }
      rest = []
    }
    while index + Self.stripe <= bytes.count {
      unsafe mix(bytes, index)
      index += Self.stripe
    }
    unsafe rest += bytes[index...]
  }

  /// Takes in the stripe that begins at an index.
  private mutating func mix(_ bytes: UnsafeRawBufferPointer, _ index: Int) {
    for lane in 0..<4 { lanes[lane] = unsafe Self.round(lanes[lane], Self.word(bytes, index + lane * 8)) }
  }

  /// The hash with the bytes in it that do not make a stripe.
  private static func finished(_ begun: UInt64, _ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = begun
    var index = 0
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
