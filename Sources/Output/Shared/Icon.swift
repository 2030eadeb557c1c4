/// Icons for conditions.
enum Icon {
  /// A condition's icon in a set; with `isNight` the night variant.
  static func sign(for condition: Condition, isNight: Bool = false, in set: IconSet) -> String {
    let column = IconSet.allCases.firstIndex(of: set) ?? 0
    let pair = signs(condition).split(separator: " ")[column].split(separator: "|")
    return String(pair[isNight ? pair.count - 1 : 0])
  }

  /// The icon for a description; nil if it is not recognized: show the description instead.
  static func sign(forWords words: String?, isNight: Bool = false, in set: IconSet) -> String? {
    words.flatMap { Condition(words: $0) }.map { sign(for: $0, isNight: isNight, in: set) }
  }

  /// Maximum width of a set's icons in columns.
  static func width(of set: IconSet) -> Int { set == .emoji ? 2 : 1 }

  /// Icons in the order of the sets; after a bar the night variant, if different: emoji with variation selector,
  /// single-width Unicode symbols, Weather Icons at the code points of Nerd Fonts (`weather-…` in their
  /// `glyphnames.json`, U+E300 to U+E3E3; not those of the Weather Icons font, which has gaps), and ASCII.
  private static func signs(_ condition: Condition) -> String {
    switch condition {
    case .windy: "💨 ≋ \u{E34B} >"
    case .hot: "🔥 ♨ \u{E36B} h"
    case .cold: "🧊 ❅ \u{E36F} c"
    case .clear: "☀️|🌙 ☀|☾ \u{E30D}|\u{E32B} O|("
    case .mostlyClear: "🌤️|🌙 ☼|☽ \u{E30C}|\u{E379} o|("
    case .partlyCloudy: "⛅|☁️ ◑ \u{E302}|\u{E37E} %"
    case .mostlyCloudy: "🌥️|☁️ ◕ \u{E302}|\u{E37E} m"
    case .cloudy: "☁️ ☁ \u{E312} M"
    case .haze: "🌫️ ∞ \u{E3AE}|\u{E346} ~"
    case .fog: "🌫️ ≡ \u{E313}|\u{E346} ="
    case .drizzle: "🌦️ ∵ \u{E31B} ,"
    case .showers: "🌦️|🌧️ ☂ \u{E319} ;"
    case .rain: "🌧️ ☂ \u{E318} /"
    case .heavyRain: "🌧️ ☂ \u{E318} #"
    case .snowShowers: "🌨️ ❄ \u{E31A} *"
    case .snow: "🌨️ ❄ \u{E31A} *"
    case .sleet: "🌨️ ❆ \u{E3AD} x"
    case .heavySnow: "❄️ ❄ \u{E31A} *"
    case .hail: "🌨️ ▵ \u{E314} ^"
    case .freezingRain: "🧊 ∾ \u{E3AD} x"
    case .thunderstorm: "⛈️ ☈ \u{E31D} !"
    case .hurricane: "🌀 § \u{E36C} @"
    case .tornado: "🌪️ ∇ \u{E351} V"
    }
  }
}

/// Icon sets, by what a terminal and its font can display.
public enum IconSet: String, CaseIterable, Sendable {
  /// Coloured emoji (`⛅`).
  case emoji
  /// Single-width Unicode symbols (`☁`).
  case unicode
  /// Weather icons of a patched font (Nerd Fonts).
  case nerd
  /// Only letters and punctuation.
  case ascii
}
