import Foundation
import Support

extension FaultChapter {
  /// HTML, XML and JSON that are made to do harm.
  static let markup = FaultChapter(
    title: "Markup and JSON",
    faults: [
      Fault("a billion laughs in XML", .error(65, ["declarations of a document type"]), within: 1) {
        try .xml(laughs + "<dwml>&e9;</dwml>")
      },
      Fault("a billion laughs in XML, in an attribute", .error(65, ["declarations of a document type"]), within: 1) {
        try .xml(laughs + "<dwml a=\"&e9;\"/>")
      },
      Fault("one entity of 100 kB, named 10,000 times", .error(65, ["declarations of a document type"]), within: 1) {
        let entity = "<!DOCTYPE a [<!ENTITY e \"\(String(repeating: "x", count: 100_000))\">]>"
        return try .xml("\(entity)<dwml>\(String(repeating: "&e;", count: 10_000))</dwml>")
      },
      Fault("a billion laughs before an HTML page", .error(65, ["none of the layouts"]), within: 1) {
        try .html(laughs + "<html><body>&e9;</body></html>")
      },
      Fault(
        "external entities in XML: of a file, and of a server", .error(65, ["declarations of a document type"]),
        within: 1
      ) {
        try await external { file, url in
          "<!DOCTYPE a [<!ENTITY f SYSTEM \"\(file)\"><!ENTITY u SYSTEM \"\(url)\">]><dwml>&f;&u;</dwml>"
        }
      },
      Fault("external parameter entities in XML", .error(65, ["declarations of a document type"]), within: 1) {
        try await external { file, url in
          "<!DOCTYPE a [<!ENTITY % f SYSTEM \"\(file)\"><!ENTITY % u SYSTEM \"\(url)\">%f;%u;]><dwml/>"
        }
      },
      Fault("a document type of a server's", .error(65, ["US National Weather Service"]), within: 1) {
        try await external { _, url in "<!DOCTYPE dwml SYSTEM \"\(url)\"><dwml>x</dwml>" }
      },
      Fault("a document type of a file's", .error(65, ["US National Weather Service"]), within: 1) {
        try await external { file, _ in "<!DOCTYPE dwml SYSTEM \"\(file)\"><dwml>x</dwml>" }
      },
      Fault("XML that includes a file and a server's answer", .error(65, ["US National Weather Service"]), within: 1) {
        try await external { file, url in
          let space = "xmlns:xi=\"http://www.w3.org/2001/XInclude\""
          return "<?xml-stylesheet href=\"\(url)\"?><dwml \(space)><xi:include href=\"\(file)\" parse=\"text\"/>"
            + "<xi:include href=\"\(url)\"/></dwml>"
        }
      },
      Fault(
        "HTML with entities, images, scripts, styles and frames of elsewhere", .error(65, ["none of the layouts"]),
        within: 1
      ) {
        try await external(isXML: false) { file, url in
          "<!DOCTYPE html SYSTEM \"\(url)\" [<!ENTITY f SYSTEM \"\(file)\">]><html><link rel=stylesheet href='\(url)'>"
            + "<body>&f;<img src='\(url)'><script src='\(url)'></script><iframe src='\(file)'></iframe></body></html>"
        }
      },
      Fault("100,000 levels of XML", .error(65, ["levels deep"])) {
        let (open, close) = (String(repeating: "<a>", count: 100_000), String(repeating: "</a>", count: 100_000))
        return try .xml("<dwml>\(open)\(close)</dwml>")
      },
      Fault("100,000 levels of HTML", .error(65, ["levels deep"])) {
        try .html("<html><body>" + String(repeating: "<div>", count: 100_000) + "</body></html>")
      },
      Fault("100,000 levels of JSON arrays", .error(65, ["levels deep"])) {
        try .body("OpenMeteo", "21,18.07", Array((String(repeating: "[", count: 100_000)).utf8))
      },
      Fault("100,000 levels of JSON objects", .error(65, ["levels deep"])) {
        let text = String(repeating: "{\"a\":", count: 100_000) + "1" + String(repeating: "}", count: 100_000)
        return try .body("OpenMeteo", "21,18.07", Array(text.utf8))
      },
      Fault("16 MB of paragraphs", .error(65, ["nodes that one document may"]), within: 3) {
        try .html("<html><body>" + String(repeating: "<p>x", count: 4_000_000) + "</body></html>")
      },
      Fault("16 MB of JSON zeros", .error(65, ["nodes that one document may"]), within: 3) {
        try .body("OpenMeteo", "21,18.07", Array("[\(String(repeating: "0,", count: 7_000_000))0]".utf8))
      },
      Fault("an XML attribute of 15 megabytes", .error(65, ["US National Weather Service"]), within: 3) {
        try .xml("<dwml a=\"\(String(repeating: "x", count: 15_000_000))\"/>")
      },
      Fault("an HTML attribute of 15 megabytes", .error(65, ["none of the layouts"]), within: 3) {
        try .html("<html><body class=\"\(String(repeating: "x", count: 15_000_000))\"></body></html>")
      },
      Fault("a million attributes of one element", .error(65, ["US National Weather Service"]), within: 3) {
        try .xml("<dwml " + (0..<1_000_000).map { "a\($0)='' " }.joined() + "/>")
      },
      Fault("a JSON text of 15 megabytes", .error(65, ["Open-Meteo"]), within: 3) {
        try .body("OpenMeteo", "21,18.07", Array("{\"a\":\"\(String(repeating: "x", count: 15_000_000))\"}".utf8))
      },
      Fault("NUL bytes within an HTML page", .forecast()) {
        try await .page { $0.replacing("<body", with: "<p>\0\0</p><body") }
      },
      Fault("NUL bytes within XML", .error(65, ["not well-formed"]), within: 1) { try .xml("<dwml>\0\0</dwml>") },
      Fault("NUL bytes within JSON", .error(65, ["not JSON"]), within: 1) {
        try await .openMeteo { $0.replacing("daily_units", with: "daily\0units") }
      },
      Fault("nothing but 100 kB of NUL bytes", .error(65, ["none of the layouts"]), within: 1) {
        try await .page { _ in String(repeating: "\0", count: 100_000) }
      },
      Fault("JSON in invalid UTF-8", .error(65, ["UTF-8"]), within: 1) {
        try .body("OpenMeteo", "21,18.07", Array("{\"reason\": \"".utf8) + [0xFF, 0xC0, 0xAF] + Array("\"}".utf8))
      },
      Fault("XML in invalid UTF-8", .error(65, ["US National Weather Service"]), within: 1) {
        let start = Array("<?xml version=\"1.0\"?><dwml>".utf8)
        return try .body("WeatherGovXML", "38.44,-105.24", start + [0xFF, 0xC0] + Array("</dwml>".utf8))
      },
      Fault("XML in an encoding that there is not", .error(65, ["encoding is not supported"]), within: 1) {
        try .xml("<?xml version=\"1.0\" encoding=\"x-none\"?><dwml/>")
      },
      Fault("XML that says it is UTF-16, and is not", .error(65, ["US National Weather Service"]), within: 1) {
        try .xml("<?xml version=\"1.0\" encoding=\"UTF-16\"?><dwml/>")
      },
    ])

  /// What stands for some gigabytes.
  private static let laughs =
    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"ha\">"
    + (1...9).map { "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">" }.joined() + "]>"

  /// Markup that names a file, which is a pipe, so that reading it would never end, and another server, which is to see
  /// nobody.
  private static func external(
    isXML: Bool = true, _ text: (_ file: String, _ url: String) -> String
  ) async throws -> FaultScene {
    let other = try LoopbackServer { _ in .init(200, body: Array("<!ENTITY x \"y\">".utf8)) }
    let home = try Home()
    _ = try await Shell.output("mkfifo '\(home.folder.path)/trap'")
    let body = text("file://\(home.folder.path)/trap", other.url("/x.dtd"))
    var scene = try isXML ? FaultScene.xml(body) : FaultScene.html(body)
    scene.servers += [other, home]
    scene.objections = { other.connections == 0 ? [] : ["it asked the other server"] }
    return scene
  }

}
