internal import Basics
internal import Markup
internal import Weather

/// The units of bare numbers.
extension ValueFinder {
  /// What is known of a value's unit from elsewhere than the value; nil where that does not fit, so that it is another value.
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
    // Without any, a share is still one of a hundred.
    let units = try pageUnits?()
    let unit = Quantity(rawValue: kind.quantity.rawValue).flatMap { units?[$0] }
    return .page(unit.map { ValueUnit($0) })
  }

  /// What a source of units says for a value; nil where it says nothing.
  private func said(
    _ unit: UnitSource, _ kind: ValueKind, _ selector: CompiledSelector, _ found: Found, at row: PageContent.Row
  ) throws(MarkupError) -> ValueReader.Context? {
    switch unit {
    case .named(let name): return ValueUnit(label: name, of: kind).map { .page($0) }
    case .attribute(let path): return try found.node?.element.value(path).map { .label($0.text) }
    case .path(.json(let path)):
      let near = try beside(selector, at: row, path)
      guard let said = try near?.string == nil ? content.values(path, at: row).first : near else { return nil }
      // A table by the names of the fields.
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
