import Weather

/// Which columns a table has, so that it fits.
struct TableLayout {
  /// The columns, from left to right.
  private(set) var columns: [TableColumn] = []
  /// The fields that were asked for and have no column.
  private(set) var rest: [FieldGroup] = []
  /// How wide the bar of temperatures is; 0 for none.
  private(set) var barWidth = 0
  /// Whether there is no room for words and titles: each row has lines of its own below it.
  private(set) var isNarrow = false
  /// Whether rain stands before the words on those lines.
  private(set) var hasRainBelow = false

  /// How much stands between columns.
  var gap: String { isNarrow ? " " : "  " }

  /// The words are cut where they have to be, but not to less than this.
  private static let leastWords = 10
  /// What is left of the words where rain needs their room.
  private static let fewestWords = 7
  /// What a bar needs to tell anything, and what is enough for it.
  private static let bar = 12...40

  /// A layout for a table that may be so wide; nil where nothing limits it.
  init(_ all: TableColumns, fields: [FieldGroup], width: Int?) {
    let isStandard = fields == FieldGroup.standard
    // Rain is what most people look for first.
    var wanted = isStandard ? [.rain] + fields : fields
    let temperatures = all.areHours ? [all.high] : [all.high, all.low]
    var words = all.words
    guard let width else {
      columns = [all.label(.medium), all.icon, words] + temperatures + wanted.map { all.column($0) }
      return
    }
    func needed(_ columns: [TableColumn]) -> Int { columns.reduce(-2) { $0 + $1.width + 2 } }
    var label = all.label(.medium)
    var leastWords = min(words.width, Self.leastWords)
    func room(_ label: TableColumn) -> Int { width - needed([label, all.icon] + temperatures) - 2 }
    let rain = isStandard ? all.column(.rain).width + 2 : 0
    // The month can be missed, and words can be cut; rain cannot: it rather has lines of its own.
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
    while let field = wanted.first {
      let column = all.column(field)
      let shortage = column.width + 2 - spare
      if isStandard, field == .rain, shortage > 0, leastWords - shortage >= min(leastWords, Self.fewestWords) {
        leastWords -= shortage
        spare += shortage
      }
      guard column.width + 2 <= spare else { break }
      spare -= column.width + 2
      chosen.append(column)
      wanted.removeFirst()
    }
    if !isStandard { rest = wanted }
    let more = min(spare, words.width - leastWords)
    words.width = leastWords + more
    spare -= more
    if isStandard {
      let long = all.label(.long)
      if spare - (long.width - label.width) > Self.bar.upperBound {
        spare -= long.width - label.width
        label = long
      }
      // What the source knows beside, as long as the bar has its room.
      let first: [FieldGroup] = [.feels, .uv, .gust, .clouds, .sun, .dewpoint, .pressure, .visibility]
      let shown = FieldGroup.standard + [.rain]
      for field in first + FieldGroup.all.filter({ !first.contains($0) && !shown.contains($0) })
      where all.isKnown(field) {
        let column = all.column(field)
        guard spare - column.width - 2 > Self.bar.lowerBound + 2 else { continue }
        spare -= column.width + 2
        chosen.append(column)
      }
    }
    if spare >= Self.bar.lowerBound + 2 { barWidth = min(spare - 2, Self.bar.upperBound) }
    columns = [label, all.icon, words] + temperatures + chosen
  }

  /// Columns without titles and with one blank between, the first cut if they still do not fit.
  private static func narrow(_ columns: [TableColumn], _ width: Int) -> [TableColumn] {
    var columns = columns
    for index in columns.indices {
      columns[index].title = ""
      columns[index].fit()
    }
    while columns.count > 1, columns.dropFirst().reduce(columns.count - 1, { $0 + $1.width }) >= width {
      columns.removeLast()
    }
    let others = columns.dropFirst().reduce(columns.count - 1) { $0 + $1.width }
    columns[0].width = min(columns[0].width, max(0, width - others))
    return columns
  }
}
