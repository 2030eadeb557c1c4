import Testing
import Web

@testable import App

/// Settings are changed in place, and everything else stays.
struct ConfigurationEditorTests {
  private func changed(_ text: String, _ key: String, _ value: String?) -> String {
    var editor = ConfigurationEditor(text)
    editor.set(key, to: value, comment: "Says what it is.")
    return editor.text
  }

  @Test(
    arguments: [
      ("", "area", "oslo", "# Says what it is.\narea: oslo\n"),
      ("unit: Celsius\n", "area", "oslo", "unit: Celsius\n\n# Says what it is.\narea: oslo\n"),
      ("# mine\narea: home # here\nunit: Celsius", "area", "oslo", "# mine\narea: oslo # here\nunit: Celsius\n"),
      ("parser:\n- SMHI\n- BOM\narea: x\n", "parser", "SMHI", "parser: SMHI\narea: x\n"),
      ("parser:\n  - SMHI\narea: x\n", "parser", nil, "area: x\n"),
      ("area: \"a # b\"\n", "area", "São Paulo", "area: \"São Paulo\"\n"),
      ("area: x\n", "area", "59.33,18.07", "area: \"59.33,18.07\"\n"),
      ("places:\n  area: x\n", "area", "a\"b", "places:\n  area: x\n\n# Says what it is.\narea: \"a\\\"b\"\n"),
      ("unit: Celsius\n", "area", nil, "unit: Celsius\n"),
    ] as [(String, String, String?, String)])
  func aKeyIsSetOrRemoved(text: String, key: String, value: String?, expected: String) throws {
    #expect(changed(text, key, value) == expected)
    // Doing it twice changes nothing more.
    #expect(changed(expected, key, value) == expected)
  }

  @Test func theResultIsAConfiguration() throws {
    let text = changed("http: {timeout: 3s}\n", "area", "Springfield, IL, US")
    let configuration = try Configuration(yaml: text, file: "c.yaml")
    #expect(configuration.area == "Springfield, IL, US")
    #expect(configuration.http.timeout == .seconds(3))
  }
}
