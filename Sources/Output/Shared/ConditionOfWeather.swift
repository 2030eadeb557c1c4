import Weather

extension Condition {
  /// The icon's category for an entry of the vocabulary.
  init(_ weather: PresentWeather) {
    self =
      switch weather {
      case .clear, .sunny: .clear
      case .mostlyClear, .mostlySunny: .mostlyClear
      case .partlyCloudy: .partlyCloudy
      case .mostlyCloudy: .mostlyCloudy
      case .cloudy, .overcast: .cloudy
      case .haze, .smoke, .dust, .sandstorm: .haze
      case .mist, .fog, .freezingFog: .fog
      case .lightDrizzle, .drizzle, .heavyDrizzle: .drizzle
      case .lightRain, .rain: .rain
      case .heavyRain, .heavyShowers: .heavyRain
      case .lightShowers, .showers: .showers
      case .freezingDrizzle, .freezingRain: .freezingRain
      case .lightSleet, .sleet, .heavySleet, .sleetShowers: .sleet
      case .lightSnow, .snow: .snow
      case .heavySnow, .heavySnowShowers, .blowingSnow, .blizzard: .heavySnow
      case .lightSnowShowers, .snowShowers, .snowGrains, .iceCrystals: .snowShowers
      case .icePellets, .hail: .hail
      case .thunderstorm, .heavyThunderstorm: .thunderstorm
      case .tropicalStorm, .hurricane: .hurricane
      case .tornado: .tornado
      case .windy: .windy
      case .hot: .hot
      case .cold, .frost: .cold
      }
  }
}
