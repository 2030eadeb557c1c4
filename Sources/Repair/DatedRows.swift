internal import Basics
internal import Scraping

/// A run of dated rows: the elements that date them, the boxes around these, and what they are known by.
struct DatedRows {
  /// How a row says its date.
  enum Style: Hashable { case text, datetime }

  var labels: [Int]
  var boxes: [Int]
  var keys: [RowKey]
  var style: Style
  /// Whether rows have no boxes: labels and values stand side by side.
  var isFlat: Bool
}

/// Finds the runs of rows on a page by the labels that date them.
///
/// Texts that may date a row are grouped by the tags of their path, whole and its end; a group whose dates follow each other
/// day by day, half by half or hour by hour dates the rows around its members. Linear in the elements but for the sorting.
struct RowFinder {
  let tree: PageTree
  let kind: SiteDefinition.Section.Kind
  let today: CalendarDay
  let secondsOfDay: Int
  /// The fewest rows that are a run.
  static let least = 3

  private struct Group: Hashable {
    let path: String
    let style: DatedRows.Style
  }

  /// All runs, the longest first.
  func runs() -> [DatedRows] {
    var found: [DatedRows] = []
    var known: Set<[Int]> = []
    for (style, members) in groups() {
      for run in style == .text ? textRuns(members) : datetimeRuns(members) {
        guard run.labels.count >= Self.least, known.insert(run.labels).inserted else { continue }
        if let rows = boxed(run.labels, run.keys, style) { found.append(rows) }
      }
    }
    return found.enumerated().sorted { ($1.element.keys.count, $0.offset) < ($0.element.keys.count, $1.offset) }
      .map(\.element)
  }

  // MARK: - Groups

  private func groups() -> [(DatedRows.Style, [Int])] {
    var order: [Group] = []
    var members: [Group: [Int]] = [:]
    func add(_ index: Int, _ path: String, _ style: DatedRows.Style) {
      let group = Group(path: path, style: style)
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(index)
    }
    for index in tree.elements.indices where !tree.elements[index].isUnseen {
      let element = tree.elements[index]
      if element.attribute("datetime") != nil { add(index, tree.path(index).joined(separator: "/"), .datetime) }
      guard element.hasOwnText, element.end - index <= 12 else { continue }
      let text = tree.text(index)
      guard text.count <= 40, Self.label.matches(text.lowercased()) else { continue }
      for node in climb(index, text) {
        let path = tree.path(node)
        // One row may have a box more around it than the others: the end of the path says as much as the whole.
        for length in Set([path.count, 3, 2, 1]).sorted(by: >) {
          add(node, path.suffix(length).joined(separator: "/"), .text)
        }
      }
    }
    return order.map { ($0.style, Set(members[$0] ?? []).sorted()) }
  }

  /// The element, and those around it that add no more than a few words to the label: `Fri` and `Jul 8`.
  private func climb(_ index: Int, _ text: String) -> [Int] {
    var found = [index]
    var next = tree.elements[index].parent
    for _ in 0..<2 {
      guard let parent = next, tree.elements[parent].end - parent <= 12 else { break }
      let whole = tree.text(parent)
      if whole != text {
        guard whole.count <= 24 else { break }
        found.append(parent)
      }
      next = tree.elements[parent].parent
    }
    return found
  }

  private static let label = Pattern.made(
    "(^|[^a-z])(mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|today|tonight|tomorrow"
      + "|afternoon|overnight|[0-9]:[0-9][0-9]|[0-9] *[ap]\\.?m|[0-9]{4}-[0-9][0-9]-[0-9][0-9]")

  // MARK: - Runs

  private typealias Run = (labels: [Int], keys: [RowKey])

  private func textRuns(_ all: [Int]) -> [Run] {
    // `Sunny` looks like a Sunday. A half may be called after a holiday.
    let dated = kind == .halves ? all : all.filter { RowLabel(tree.text($0)).isDated(for: kind) }
    var labels = dated.map { RowLabel(tree.text($0)) }
    // A row may say its day more than once: the first time counts.
    let kept = labels.indices.filter { $0 == 0 || !labels[$0].saysTheSame(as: labels[$0 - 1]) }
    let members = kept.map { dated[$0] }
    labels = kept.map { labels[$0] }
    if kind == .hours { return hourRuns(members, labels) }
    // A group may hold the same days twice: a summary above, a list below. A run begins anew where today comes back.
    var cuts = [0]
    for index in labels.indices.dropFirst()
    where labels[index].isToday && (kind == .days || !labels[index - 1].isToday) { cuts.append(index) }
    cuts.append(labels.count)
    var spans = zip(cuts, cuts.dropFirst()).map { $0..<$1 }.filter { $0.count >= 2 }
    if cuts.count > 2 || spans.isEmpty { spans.append(0..<labels.count) }
    return spans.flatMap { span -> [Run] in
      let (part, these) = (Array(labels[span]), Array(members[span]))
      if kind == .days {
        // Runs of halves are told from days by their nights.
        if part.contains(where: { $0.isNight && !$0.isToday }) { return [] }
        let days = RowLabel.days(of: part, from: today)
        return consecutive(these, days).filter { run in
          guard case .day(let first)? = run.keys.first else { return false }
          return abs(first - today) <= 2
        }
      }
      guard part.contains(where: \.isNight) else { return [] }
      let halves = RowLabel.halves(of: part, nights: part.map(\.isNight), from: today).halves
      // The rest of a night that began the evening before is no row.
      let dated = zip(these, halves).filter { $0.1 != nil }
      guard halves.dropFirst().allSatisfy({ $0 != nil }) else { return [] }
      return [(dated.map(\.0), dated.compactMap { $0.1.map { .half($0.day, isNight: $0.isNight) } })]
    }
  }

  private func consecutive(_ members: [Int], _ days: [CalendarDay?]) -> [Run] {
    var runs: [Run] = []
    var run: [(Int, CalendarDay)] = []
    func end() {
      if run.count > 1 { runs.append((run.map(\.0), run.map { .day($0.1) })) }
      run = []
    }
    for (member, day) in zip(members, days) {
      // A row may be missing, no more.
      if let day, let last = run.last?.1, !(1...2).contains(day - last) { end() }
      if let day { run.append((member, day)) } else { end() }
    }
    end()
    return runs
  }

  private func datetimeRuns(_ members: [Int]) -> [Run] {
    let texts = members.map { tree.elements[$0].attribute("datetime") ?? "" }
    switch kind {
    case .days: return consecutive(members, texts.map { CalendarDay($0.prefix(10)) })
    case .hours:
      let times = texts.map { LocalTime($0) ?? LocalTime($0, offset: 0) }
      return stretches(members, times.map { $0.map { time in time.day.number * 86_400 + time.secondsOfDay } })
    default: return []
    }
  }

  private func hourRuns(_ members: [Int], _ labels: [RowLabel]) -> [Run] {
    var times: [Int?] = []
    var last: Int?
    for label in labels {
      guard let seconds = label.seconds, seconds % 3600 == 0 else {
        times.append(nil)
        last = nil
        continue
      }
      let day: Int
      if let last {
        day = last / 86_400 + (seconds <= last % 86_400 ? 1 : 0)
      } else {
        // The first hour is the coming one.
        day = today.number + (seconds + 3600 <= secondsOfDay ? 1 : 0)
      }
      last = day * 86_400 + seconds
      times.append(last)
    }
    return stretches(members, times)
  }

  private func stretches(_ members: [Int], _ times: [Int?]) -> [Run] {
    var runs: [Run] = []
    var run: [(Int, Int)] = []
    func end() {
      if run.count > 2 { runs.append((run.map(\.0), run.map { .hour($0.1) })) }
      run = []
    }
    for (member, time) in zip(members, times) {
      if let time, let last = run.last?.1, ![3600, 7200, 10_800].contains(time - last) { end() }
      if let time { run.append((member, time)) } else { end() }
    }
    end()
    return runs
  }

  // MARK: - Boxes

  /// For each label the largest element around it that holds no other label; nil for boxes that cannot be rows.
  private func boxed(_ labels: [Int], _ keys: [RowKey], _ style: DatedRows.Style) -> DatedRows? {
    var counts: [Int: Int] = [:]
    for label in labels { for index in tree.ancestry(label) { counts[index, default: 0] += 1 } }
    var boxes = labels.map { label in
      var box = label
      while let parent = tree.elements[box].parent, counts[parent] == 1 { box = parent }
      return box
    }
    // Boxes of one run stand at one depth: that of most of them. The first or the last may have more around it.
    var depths: [Int: Int] = [:]
    for box in boxes { depths[tree.elements[box].depth, default: 0] += 1 }
    let depth = depths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0
    for (index, label) in labels.enumerated() where tree.elements[boxes[index]].depth < depth {
      boxes[index] = tree.ancestry(label).first { tree.elements[$0].depth == depth } ?? boxes[index]
    }
    let bare = zip(labels, boxes).count { label, box in
      tree.elements[box].end - box <= 12 && tree.text(box).count <= tree.text(label).count + 2
    }
    let isFlat = bare * 2 > labels.count
    if isFlat {
      // Rows without boxes stand side by side, or are none.
      if Set(labels.map { tree.elements[$0].parent }).count > 1 { return nil }
    } else {
      // Rows within rows, and rows at different depths, are what broken markup looks like.
      let same = boxes.count { tree.elements[$0].depth == depth }
      if Double(same) < 0.9 * Double(boxes.count) { return nil }
      if zip(boxes, boxes.dropFirst()).contains(where: { tree.isWithin($1, $0) || tree.isWithin($0, $1) }) {
        return nil
      }
    }
    return DatedRows(labels: labels, boxes: isFlat ? labels : boxes, keys: keys, style: style, isFlat: isFlat)
  }
}

extension RowLabel {
  /// Whether it says a day, or an hour.
  fileprivate func isDated(for kind: SiteDefinition.Section.Kind) -> Bool {
    if kind == .hours { return seconds != nil }
    return weekday != nil || isToday || isTomorrow || (month != nil && day != nil)
  }

  /// Whether another label says the same day, half or hour.
  fileprivate func saysTheSame(as other: RowLabel) -> Bool {
    weekday == other.weekday && day == other.day && month == other.month && seconds == other.seconds
      && isToday == other.isToday && isTomorrow == other.isTomorrow && (isNight == other.isNight || day != nil)
  }
}
