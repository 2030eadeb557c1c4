import Weather

/// Chooses the columns of a table so that it fits.
struct TableLayout {
  private(set) var columns: [TableColumn] = []
  /// The chosen fields that did not get a column.
  private(set) var rest: [FieldGroup] = []
  /// Width of the temperature bar; 0 for none.
  private(set) var barWidth = 0
  /// True if there is no room for descriptions and titles: each row then has additional lines.
  private(set) var isNarrow = false
  /// True if precipitation precedes the description on those lines.
  private(set) var hasRainBelow = false

  var gap: String { isNarrow ? " " : "  " }

  /// Minimum width of truncated descriptions.
  private static let leastWords = 10
  /// Minimum width of descriptions if precipitation needs the room.
  private static let fewestWords = 7
  /// Minimum and maximum width of a useful bar.
  private static let bar = 12...40

  /// Additional fields of a standard table, as far as there is room.
  private static let beside: [FieldGroup] = {
    let first: [FieldGroup] = [.feels, .uv, .gust, .clouds, .sun, .dewpoint, .pressure, .visibility]
    return first + FieldGroup.all.filter { !(first + FieldGroup.standard + [.rain]).contains($0) }
  }()

  /// Creates a layout for a table of at most `width` columns; nil for no limit.
  init(_ all: TableColumns, fields: [FieldGroup], width: Int?) {
    let isStandard = fields == FieldGroup.standard
    // Precipitation comes first, because most people look for it first.
    let wanted = isStandard ? [.rain] + fields : fields
    let temperatures = all.temperatures
    var words = all.words
    guard let width else {
      columns = [all.label(.medium), all.icon, words] + temperatures + wanted.map { all.column($0) }
      return
    }
    var label = all.label(.medium)
    var leastWords = min(words.width, Self.leastWords)
    func room(_ label: TableColumn) -> Int {
      width - ([label, all.icon] + temperatures).reduce(0) { $0 + $1.width + 2 }
    }
    let rain = isStandard ? all.column(.rain).width + 2 : 0
    // The month can be left out and descriptions can be truncated; precipitation cannot, and moves to a separate line
    // instead.
    if room(label) < leastWords + rain { label = all.label(.short) }
    guard room(label) >= max(leastWords, min(leastWords, Self.fewestWords) + rain) else {
      isNarrow = true
      columns = Self.narrow([all.label(.short), all.icon] + temperatures, width)
      if isStandard {
        let bare = all.rain("")
        hasRainBelow = columns.reduce(bare.width) { $0 + $1.width + 1 } > width
        if !hasRainBelow { columns.append(bare) }
      } else {
        rest = fields
      }
      return
    }
    var spare = room(label) - leastWords
    var chosen: [TableColumn] = []
    for field in wanted {
      let column = all.column(field)
      let shortage = column.width + 2 - spare
      if isStandard, field == .rain, shortage > 0, leastWords - shortage >= min(leastWords, Self.fewestWords) {
        leastWords -= shortage
        spare += shortage
      }
      guard column.width + 2 <= spare else { break }
      spare -= column.width + 2
      chosen.append(column)
    }
    if !isStandard { rest = Array(wanted.dropFirst(chosen.count)) }
    let more = min(spare, words.width - leastWords)
    words.width = leastWords + more
    spare -= more
    if isStandard {
      let long = all.label(.long)
      if spare - (long.width - label.width) > Self.bar.upperBound {
        spare -= long.width - label.width
        label = long
      }
      for field in Self.beside where all.isKnown(field) {
        let column = all.column(field)
        guard spare - column.width - 2 > Self.bar.lowerBound + 2 else { continue }
        spare -= column.width + 2
        chosen.append(column)
      }
    }
    if spare >= Self.bar.lowerBound + 2 { barWidth = min(spare - 2, Self.bar.upperBound) }
    columns = [label, all.icon, words] + temperatures + chosen
  }

  /// Columns without titles, separated by one blank; the first is truncated if they still do not fit.
  private static func narrow(_ columns: [TableColumn], _ width: Int) -> [TableColumn] {
    var columns = columns
    for index in columns.indices {
      columns[index].title = ""
      columns[index].fit()
    }
    func others() -> Int { columns.dropFirst().reduce(columns.count - 1) { $0 + $1.width } }
    while columns.count > 1, others() >= width { columns.removeLast() }
    columns[0].width = min(columns[0].width, max(0, width - others()))
    return columns
  }
}
