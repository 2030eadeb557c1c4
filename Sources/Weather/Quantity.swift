/// The measured quantities whose unit the user may choose.
public enum Quantity: String, CaseIterable, Sendable {
  case temperature
  case speed
  case pressure
  case distance
  case precipitation
}
