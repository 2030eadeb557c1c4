internal import Scraping

/// Something that may be said of an element in an expression, with a price: what is likely to last is cheap.
struct ElementMark: Hashable {
  /// The XPath condition.
  let condition: String
  let price: Double
  /// The attribute that it is about.
  let attribute: String

  /// A class that says how something looks, and stands everywhere.
  static let utilityPrice = 8.0

  /// What the condition is about, so that of two selectors one is not as the other.
  var kind: String { attribute.isEmpty ? "icon" : attribute }

  /// The marks of an element, the cheapest first.
  static func of(_ element: PageTree.Element) -> [ElementMark] {
    var marks: Set<ElementMark> = []
    for (name, value) in element.attributes where !value.isEmpty && value.utf8.count <= 160 {
      let hasDigit = value.contains { $0.isNumber }
      switch name {
      case "class":
        for token in value.split(whereSeparator: \.isWhitespace).map(String.init) {
          guard let stem = ClassName.stem(token), let quoted = quoted(stem) else { continue }
          var price = ClassName.isUtility(token) ? utilityPrice : stem.count >= 4 ? 2.2 : 4.0
          if price < utilityPrice, ClassName.isOfWeather(stem) { price -= 0.4 }
          marks.insert(ElementMark(condition: "contains(@class,\(quoted))", price: price, attribute: name))
        }
      case "id":
        let stem = String(value.prefix { !$0.isNumber })
        if !hasDigit, let quoted = quoted(value) {
          marks.insert(ElementMark(condition: "@id=\(quoted)", price: 1.5, attribute: name))
        } else if stem.count >= 4, let quoted = quoted(stem) {
          marks.insert(ElementMark(condition: "starts-with(@id,\(quoted))", price: 3, attribute: name))
        }
      default:
        guard value.utf8.count <= 60, !hasDigit, let quoted = quoted(value) else { continue }
        if let price = said[name] {
          marks.insert(ElementMark(condition: "@\(name)=\(quoted)", price: price, attribute: name))
        } else if name.hasPrefix("data-"), value.count >= 4, !empty.contains(value),
          !tools.contains(where: name.hasPrefix)
        {
          marks.insert(ElementMark(condition: "@\(name)=\(quoted)", price: 2.6, attribute: name))
        }
      }
    }
    return marks.sorted { ($0.price, $0.condition) < ($1.price, $1.condition) }
  }

  /// Marks by the icon that an element holds: no language changes its name.
  static func icons(in index: Int, of tree: PageTree) -> [ElementMark] {
    guard let icon = tree.within(index).first(where: { ["svg", "img", "i", "use"].contains(tree.elements[$0].tag) })
    else { return [] }
    let element = tree.elements[icon]
    return [("name", 1.6), ("data-icon", 1.6), ("alt", 2.5), ("data-testid", 1.8)].compactMap { name, price in
      guard let value = element.attribute(name), !value.isEmpty, value.count <= 30, value.lowercased() != "icon",
        !value.contains(where: \.isNumber), let quoted = quoted(value)
      else { return nil }
      return ElementMark(condition: ".//\(element.tag)[@\(name)=\(quoted)]", price: price, attribute: "")
    }
  }

  /// A text as an expression writes it; nil where it has both kinds of quotation marks.
  static func quoted(_ text: String) -> String? {
    if text.contains("'") { return text.contains("\"") ? nil : "\"\(text)\"" }
    return "'\(text)'"
  }

  private static let said: [String: Double] = [
    "data-testid": 0.8, "data-test": 0.8, "data-test-id": 0.8, "data-qa": 0.8, "data-cy": 0.8,
    "data-automation-id": 0.8, "data-hook": 0.8, "itemprop": 1, "headers": 1, "name": 1.4, "data-field": 1,
    "data-type": 1.6, "data-name": 1, "role": 3.5, "aria-label": 3, "scope": 4, "abbr": 3, "title": 3.5,
  ]
  private static let empty: Set<String> = ["true", "false", "none", "null", "click"]
  private static let tools = ["data-react", "data-ng", "data-track", "data-v-"]
}

/// Names of classes, as builds and frameworks make them.
enum ClassName {
  /// The lasting beginning of a class: of `DetailsSummary--temp--3FMlw` it is `DetailsSummary--temp--`; nil for a mere hash.
  static func stem(_ token: String) -> String? {
    guard token.utf8.count >= 3, !onlyHash.matches(token) else { return nil }
    let scalars = Array(token.unicodeScalars)
    var cut = scalars.count - 1
    while cut > 2 {
      if scalars[cut] == "-" || scalars[cut] == "_" {
        let stem = String(String.UnicodeScalarView(scalars[...cut]))
        let rest = String(String.UnicodeScalarView(scalars[(cut + 1)...]))
        if (5...12).contains(rest.count), isHash(rest), hasWord(stem) {
          return tools.contains(stem.lowercased().filter(\.isLetter)) ? nil : stem
        }
      }
      cut -= 1
    }
    let trimmed = String(token.reversed().drop { $0.isNumber }.reversed())
    let end = trimmed.count < token.count && (trimmed.hasSuffix("-") || trimmed.hasSuffix("_")) ? 1 : 0
    let result = String(trimmed.dropLast(end))
    return result.count >= 3 ? result : nil
  }

  /// Whether it only says how something looks.
  static func isUtility(_ token: String) -> Bool { utility.matches(token) }

  /// Whether it speaks of the weather.
  static func isOfWeather(_ stem: String) -> Bool { weather.matches(stem.lowercased()) }

  /// What tools write before their hashes.
  private static let tools: Set<String> = ["css", "jss", "jsx", "svelte", "emotion", "astro", "styled"]

  private static func hasWord(_ text: String) -> Bool {
    var run = 0
    for character in text {
      run = character.isASCII && character.isLetter ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  /// Whether a text is what a build makes: digits, or capitals among small letters.
  private static func isHash(_ text: String) -> Bool {
    guard text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }) else {
      return false
    }
    if text.contains(where: { $0.isNumber || $0 == "_" }) { return true }
    return text.dropFirst().contains { $0.isUppercase } && text.contains { $0.isLowercase } && !text.contains("-")
  }

  private static let onlyHash = Pattern.made(
    "^((css|sc|jss|jsx|svelte|emotion|_)?-?[a-z0-9]*[0-9][A-Za-z0-9]{3,}|(sc|css)-[A-Za-z]+)$")
  private static let weather = Pattern.made(
    "temp|high|low|hi-|lo-|wind|humid|precip|rain|pop|phrase|desc|cond|feels|uv|press|dew|visib|cloud|sun|date|day|hour"
      + "|time|gust|baro")
  private static let utility = Pattern.made(
    "^-?((sm|md|lg|xl|2xl|dark|hover|focus|group|print|first|last|odd|even):)*(flex|grid|block|hidden|inline|table|"
      + "contents|text|font|bg|fill|stroke|p[xytblr]?|m[xytblr]?|w|h|size|max|min|gap|space|items|justify|self|content|"
      + "place|rounded|border|ring|shadow|opacity|z|top|left|right|bottom|inset|sticky|absolute|relative|fixed|static|"
      + "overflow|truncate|antialiased|uppercase|lowercase|capitalize|italic|underline|leading|tracking|whitespace|break|"
      + "col|row|order|grow|shrink|basis|divide|cursor|select|transition|duration|ease|transform|translate|rotate|scale|"
      + "object|aspect|container|clearfix|pull|float|sr|not|list|align|btn|active|selected|open|closed|odd|even|first|"
      + "last|undefined|panel|wrapper|inner|outer|box|x)(-.*|\\[.*|/.*)?$")
}
