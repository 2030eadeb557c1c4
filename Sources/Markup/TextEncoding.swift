internal import CLibXML2

/// A character encoding, by the name that the system's converter (iconv) uses.
struct TextEncoding: Hashable, Sendable {
  /// The converter's name in upper case.
  let name: String

  static let utf8 = TextEncoding(name: "UTF-8")
  static let utf16LittleEndian = TextEncoding(name: "UTF-16LE")
  static let utf16BigEndian = TextEncoding(name: "UTF-16BE")
  static let utf32LittleEndian = TextEncoding(name: "UTF-32LE")
  static let utf32BigEndian = TextEncoding(name: "UTF-32BE")

  private init(name: String) { self.name = name }

  /// The encoding for a label in a header or document; nil for an invalid label, and for UTF-7, which no browser
  /// supports.
  ///
  /// As in the WHATWG Encoding Standard (section 4.2), some labels select a superset of the named encoding, because
  /// pages that use them contain its characters; all other labels are passed to the converter.
  init?(label: String) {
    let words = label.lowercased().split { " \t\n\r\"'".contains($0) }
    // A slash would start converter options.
    guard words.count == 1, let label = words.first.map(String.init), label.utf8.count <= 40,
      !label.contains("utf-7"), label != "utf7",
      label.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || "-_.:()".utf8.contains($0) })
    else { return nil }
    if let name = Self.wider.first(where: { $0.labels.contains(label) })?.name {
      self.name = name
    } else if label.hasPrefix("x-cp125") {
      name = "CP125\(label.dropFirst(7))".uppercased()
    } else {
      name = label.uppercased()
    }
  }

  /// Labels for an encoding with another name.
  private static let wider: [(name: String, labels: Set<String>)] = [
    ("UTF-8", ["utf-8", "utf8", "unicode-1-1-utf-8", "unicode11utf8", "x-unicode20utf8"]),
    ("UTF-16LE", ["utf-16", "utf16", "utf-16le", "ucs-2", "iso-10646-ucs-2", "csunicode", "unicode", "unicodefeff"]),
    ("UTF-16BE", ["utf-16be", "unicodefffe"]),
    ("UTF-32LE", ["utf-32", "utf32", "utf-32le"]),
    (
      "WINDOWS-1252",
      [
        "iso-8859-1", "iso8859-1", "iso88591", "iso_8859-1", "iso_8859-1:1987", "latin1", "latin-1", "l1", "ascii",
        "us-ascii", "ansi_x3.4-1968", "csisolatin1", "cp819", "ibm819", "iso-ir-100", "x-user-defined",
      ]
    ),
    ("WINDOWS-1254", ["iso-8859-9", "iso8859-9", "iso88599", "iso_8859-9", "latin5", "l5", "csisolatin5"]),
    ("WINDOWS-874", ["iso-8859-11", "iso8859-11", "iso885911", "tis-620", "dos-874"]),
    ("ISO-8859-8", ["iso-8859-8-i", "iso-8859-8-e", "logical", "visual"]),
    ("CP932", ["shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis", "windows-31j", "ms932"]),
    ("EUC-JP", ["x-euc-jp", "cseucpkdfmtjapanese"]),
    ("CP949", ["euc-kr", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601", "ksc_5601", "windows-949"]),
    ("GB18030", ["gb2312", "gbk", "x-gbk", "chinese", "gb_2312-80", "csgb2312", "csiso58gb231280"]),
    ("BIG5-HKSCS", ["big5", "cn-big5", "x-x-big5", "csbig5"]),
    ("KOI8-R", ["koi", "koi8", "koi8_r", "cskoi8r"]),
    ("MACINTOSH", ["x-mac-roman", "mac"]),
    ("MAC-CYRILLIC", ["x-mac-cyrillic", "x-mac-ukrainian"]),
  ]

  /// True for encodings with two or four bytes per character, which ASCII text cannot be in.
  var isWide: Bool { name.hasPrefix("UTF-16") || name.hasPrefix("UTF-32") || name.hasPrefix("UCS") }

  /// True if ASCII bytes have the same meaning: not in wide and stateful encodings.
  var isASCIICompatible: Bool { !isWide && !name.hasPrefix("ISO-2022") && !name.hasPrefix("HZ") }

  /// True for single-byte encodings, in which almost any bytes, including UTF-8, are valid.
  var isSingleByte: Bool {
    let kinds = ["ISO-8859", "ISO8859", "ISO_8859", "KOI8", "MAC", "LATIN", "CP866", "IBM866"]
    return hasControlsInGaps || kinds.contains { name.hasPrefix($0) }
  }

  /// The text in UTF-8, or the reason why there is none.
  enum Conversion: Equatable {
    case text([UInt8])
    case invalid
    case unsupported
  }

  /// True for Windows code pages: the Encoding Standard maps their unassigned bytes from 0x80 to 0x9F to control
  /// characters, the system's converter does not.
  private var hasControlsInGaps: Bool {
    ["WINDOWS-125", "CP125", "WINDOWS-874"].contains { name.hasPrefix($0) }
  }

  /// Converts bytes to UTF-8; fails as a whole.
  func converted(_ bytes: ArraySlice<UInt8>) -> Conversion {
    guard let converter = unsafe clibxml2_open_converter(name) else { return .unsupported }
    defer { unsafe iconv_close(converter) }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    let isWhole = unsafe bytes.withUnsafeBufferPointer { buffer in
      var next = buffer.baseAddress
      var left = buffer.count
      while true {
        var room = piece.count
        let result = unsafe clibxml2_convert(converter, &next, &left, &piece, &room)
        text += piece[..<(piece.count - room)]
        if result == clibxml2_conversion_full { continue }
        // Flush: the converter may hold back a letter that a following mark would combine with.
        var (nothing, none) = unsafe (UnsafePointer<UInt8>?.none, 0)
        room = piece.count
        _ = unsafe clibxml2_convert(converter, &nothing, &none, &piece, &room)
        text += piece[..<(piece.count - room)]
        if result == clibxml2_conversion_done { return left == 0 }
        guard hasControlsInGaps, left > 0, let byte = unsafe next?.pointee, (0x80...0x9F).contains(byte) else {
          return false
        }
        text += [0xC2, byte]
        unsafe next = unsafe next?.successor()
        left -= 1
      }
    }
    return isWhole ? .text(text) : .invalid
  }
}
