/// A share of a hundred, 0...100: relative humidity, a chance of rain, cloud cover.
public typealias Percentage = Double
