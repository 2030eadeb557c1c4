/// The sign for a condition.
public enum Icon {
  /// The sign of a condition in a set; by night without the sun where it is known to be night.
  ///
  /// A condition that is not known has none: show the source's words.
  public static func sign(for condition: Condition, isNight: Bool = false, in set: IconSet) -> String {
    let row = row(condition)
    return switch set {
    case .emoji: isNight ? row.emoji.night : row.emoji.day
    case .unicode: isNight ? row.unicode.night : row.unicode.day
    case .nerd: isNight ? row.nerd.night : row.nerd.day
    case .ascii: isNight ? row.ascii.night : row.ascii.day
    }
  }

  /// The sign for a source's words; nil where they say nothing that is known.
  public static func sign(forWords words: String?, isNight: Bool = false, in set: IconSet) -> String? {
    words.flatMap { Condition(words: $0) }.map { sign(for: $0, isNight: isNight, in: set) }
  }

  /// How many columns every sign of a set has at most.
  public static func width(of set: IconSet) -> Int { set == .emoji ? 2 : 1 }

  /// A condition's signs by day and by night.
  private typealias Pair = (day: String, night: String)

  /// The table: emoji with the selector of their coloured form, plain signs of one column, Weather Icons as Nerd Fonts
  /// number them (`weather-…` in their `glyphnames.json`, U+E300 to U+E3E3; not the numbers of the Weather Icons font,
  /// which has gaps), and one character of ASCII.
  private static func row(_ condition: Condition) -> (emoji: Pair, unicode: Pair, nerd: Pair, ascii: Pair) {
    func both(_ sign: String) -> Pair { (sign, sign) }
    return switch condition {
    case .windy: (both("💨"), both("≋"), both("\u{E34B}"), both(">"))
    case .hot: (both("🔥"), both("♨"), both("\u{E36B}"), both("h"))
    case .cold: (both("🧊"), both("❅"), both("\u{E36F}"), both("c"))
    case .clear: (("☀️", "🌙"), ("☀", "☾"), ("\u{E30D}", "\u{E32B}"), ("O", "("))
    case .mostlyClear: (("🌤️", "🌙"), ("☼", "☽"), ("\u{E30C}", "\u{E379}"), ("o", "("))
    case .partlyCloudy: (("⛅", "☁️"), both("◑"), ("\u{E302}", "\u{E37E}"), both("%"))
    case .mostlyCloudy: (("🌥️", "☁️"), both("◕"), ("\u{E302}", "\u{E37E}"), both("m"))
    case .cloudy: (both("☁️"), both("☁"), both("\u{E312}"), both("M"))
    case .haze: (both("🌫️"), both("∞"), ("\u{E3AE}", "\u{E346}"), both("~"))
    case .fog: (both("🌫️"), both("≡"), ("\u{E313}", "\u{E346}"), both("="))
    case .drizzle: (both("🌦️"), both("∵"), both("\u{E31B}"), both(","))
    case .showers: (("🌦️", "🌧️"), both("☂"), both("\u{E319}"), both(";"))
    case .rain: (both("🌧️"), both("☂"), both("\u{E318}"), both("/"))
    case .heavyRain: (both("🌧️"), both("☂"), both("\u{E318}"), both("#"))
    case .snowShowers: (both("🌨️"), both("❄"), both("\u{E31A}"), both("*"))
    case .snow: (both("🌨️"), both("❄"), both("\u{E31A}"), both("*"))
    case .sleet: (both("🌨️"), both("❆"), both("\u{E3AD}"), both("x"))
    case .heavySnow: (both("❄️"), both("❄"), both("\u{E31A}"), both("*"))
    case .hail: (both("🌨️"), both("▵"), both("\u{E314}"), both("^"))
    case .freezingRain: (both("🧊"), both("∾"), both("\u{E3AD}"), both("x"))
    case .thunderstorm: (both("⛈️"), both("☈"), both("\u{E31D}"), both("!"))
    case .hurricane: (both("🌀"), both("§"), both("\u{E36C}"), both("@"))
    case .tornado: (both("🌪️"), both("∇"), both("\u{E351}"), both("V"))
    }
  }
}

/// The signs that stand for conditions, by what a terminal and its font can show.
public enum IconSet: String, CaseIterable, Sendable {
  /// Pictures in colour (`⛅`).
  case emoji
  /// Plain signs of Unicode, one column wide (`☁`).
  case unicode
  /// The weather icons of a patched font (Nerd Fonts).
  case nerd
  /// Letters and punctuation only.
  case ascii
}
