import Weather

/// Which columns a table has, so that it fits.
struct TableLayout {
  private(set) var columns: [TableColumn] = []
  /// The fields that were asked for and have no column.
  private(set) var rest: [FieldGroup] = []
  /// How wide the bar of temperatures is; 0 for none.
  private(set) var barWidth = 0
  /// Whether there is no room for words and titles: each row has lines of its own below it.
  private(set) var isNarrow = false
  /// Whether rain stands before the words on those lines.
  private(set) var hasRainBelow = false

  var gap: String { isNarrow ? " " : "  " }

  /// The words are cut where they have to be, but not to less than this.
  private static let leastWords = 10
  /// What is left of the words where rain needs their room.
  private static let fewestWords = 7
  /// What a bar needs to tell anything, and what is enough for it.
  private static let bar = 12...40

  /// What a standard table shows beside, as long as there is room.
  private static let beside: [FieldGroup] = {
    let first: [FieldGroup] = [.feels, .uv, .gust, .clouds, .sun, .dewpoint, .pressure, .visibility]
    return first + FieldGroup.all.filter { !(first + FieldGroup.standard + [.rain]).contains($0) }
  }()

  /// A layout for a table that may be so wide; nil where nothing limits it.
  init(_ all: TableColumns, fields: [FieldGroup], width: Int?) {
    let isStandard = fields == FieldGroup.standard
    // Rain is what most people look for first.
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

  /// Columns without titles and with one blank between, the first cut if they still do not fit.
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
