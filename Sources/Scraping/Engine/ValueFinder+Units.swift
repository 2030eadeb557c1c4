internal import Basics
internal import Markup
internal import Weather

/// Units of numbers without one.
extension ValueFinder {
  /// The unit context for a value; nil if the stated unit does not fit the field, so that this is another value.
  func context(
    _ kind: ValueKind, _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row
  ) throws(MarkupError) -> ValueReader.Context? {
    if let unit = selector.unit {
      switch unit {
      case .named(let name): return ValueUnit(label: name, of: kind).map { .page($0) }
      default: return try said(unit, kind, selector, found, at: row) ?? .label(nil)
      }
    }
    for unit in section.units.byQuantity[kind.quantity] ?? section.units.all {
      if let context = try said(unit, kind, selector, found, at: row) { return context }
    }
    // No unit found; a share is still read as a percentage.
    let units = try pageUnits?()
    let unit = Quantity(rawValue: kind.quantity.rawValue).flatMap { units?[$0] }
    return .page(unit.map { ValueUnit($0) })
  }

  /// The unit that a source gives for a value; nil if it gives none.
  private func said(
    _ unit: UnitSource, _ kind: ValueKind, _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row
  ) throws(MarkupError) -> ValueReader.Context? {
    switch unit {
    case .named(let name): return ValueUnit(label: name, of: kind).map { .page($0) }
    case .attribute(let path): return try found.node?.element.value(path).map { .label($0.text) }
    case .path(.json(let path)):
      let near = try beside(selector, at: row, path)
      guard let said = try near?.string == nil ? content.values(path, at: row).first : near else { return nil }
      // A JSON object with a unit per field name.
      if said.string == nil, case .json(let own) = selector.path {
        return own.lastName.flatMap { said[$0]?.string }.map { .label($0) }
      }
      return said.string.map { .label($0) }
    case .path(let path):
      var context: ValueReader.Context?
      try content.visit(path, at: row) { cell, _ in
        guard case .text(let text) = cell else { return true }
        if let unit = ValueUnit(label: text, of: kind) ?? ValueUnit(prose: text, of: kind) { context = .page(unit) }
        return context == nil
      }
      return context
    }
  }
}
