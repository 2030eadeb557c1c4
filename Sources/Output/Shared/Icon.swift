/// The sign for a condition.
enum Icon {
  /// The sign of a condition in a set; by night without the sun where it is known to be night.
  static func sign(for condition: Condition, isNight: Bool = false, in set: IconSet) -> String {
    let column = IconSet.allCases.firstIndex(of: set) ?? 0
    let pair = signs(condition).split(separator: " ")[column].split(separator: "|")
    return String(pair[isNight ? pair.count - 1 : 0])
  }

  /// The sign for a source's words; nil where they say nothing that is known: show the words.
  static func sign(forWords words: String?, isNight: Bool = false, in set: IconSet) -> String? {
    words.flatMap { Condition(words: $0) }.map { sign(for: $0, isNight: isNight, in: set) }
  }

  /// How many columns every sign of a set has at most.
  static func width(of set: IconSet) -> Int { set == .emoji ? 2 : 1 }

  /// The signs in the order of the sets, by day and, behind a bar, by night where that is another one: emoji with the selector
  /// of their coloured form, plain signs of one column, Weather Icons as Nerd Fonts number them (`weather-…` in their
  /// `glyphnames.json`, U+E300 to U+E3E3; not the numbers of the Weather Icons font, which has gaps), and ASCII.
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
