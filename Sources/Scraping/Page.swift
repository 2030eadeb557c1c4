public import Basics
public import Markup
import Weather

/// What a site answered.
public struct Page: Sendable {
  /// The address that answered in the end, after redirects.
  public var url: String
  /// The status; 200 for schemes that have none.
  public var status: Int
  /// The body, unpacked; in UTF-8 where ``isUTF8`` is set.
  public var body: [UInt8]
  /// Whether the body is valid UTF-8, so that what it declares of its encoding does not count.
  public var isUTF8 = false
  /// The run's clock reading, under replay that of the recording.
  public var fetched: LocalTime
  /// How long the site asks to be left alone, in seconds; nil where it does not say so.
  public var retryAfter: Int?
  /// Whether it is a file that someone saved: `fetched` is then the file's time, which says little of the page's.
  public var isSavedFile = false

  /// An answer.
  public init(url: String, status: Int, body: [UInt8], fetched: LocalTime, retryAfter: Int? = nil) {
    self.url = url
    self.status = status
    self.body = body
    self.fetched = fetched
    self.retryAfter = retryAfter
  }

  /// The page itself where its status is 2xx.
  ///
  /// - Parameter area: the area that 404 and 410 say is not known; nil where they are a fault of the site.
  /// - Throws: ``ScrapingError/unknownArea(site:area:url:)``, ``ScrapingError/refused(site:status:reason:url:wait:)``.
  public func checked(site: String, area: String?) throws(ScrapingError) -> Page {
    if (200..<300).contains(status) { return self }
    if let area, status == 404 || status == 410 { throw .unknownArea(site: site, area: area, url: url) }
    throw .refused(site: site, status: status, url: url, wait: retryAfter)
  }

  /// The page with its body in UTF-8, from the encoding that its byte order mark, its Content-Type or itself declares.
  ///
  /// - Throws: ``ScrapingError/unreadable(site:url:reason:)`` where it is in another encoding. The page of an error status
  ///   stays as it is then.
  public func decoded(contentType: String?, site: String) throws(ScrapingError) -> Page {
    do throws(MarkupError) {
      let text = try DecodedText(body, contentType: contentType)
      var page = self
      page.body = text.bytes
      page.isUTF8 = text.isUTF8
      return page
    } catch {
      if !(200..<300).contains(status) { return self }
      throw unreadable(site, error)
    }
  }

  /// The body as an HTML document; throws ``ScrapingError/unreadable(site:url:reason:)``, also where it is cut off.
  public func html(site: String) throws(ScrapingError) -> Document {
    _ = try uncut(site: site)
    do throws(MarkupError) { return try Document(html: body) } catch { throw unreadable(site, error) }
  }

  /// The page itself; throws ``ScrapingError/unreadable(site:url:reason:)`` for an HTML page without its end: half of one would
  /// pass for a short forecast.
  public func uncut(site: String) throws(ScrapingError) -> Page {
    func has(_ tags: [String]) -> Bool { tags.contains { ByteSearch.firstRange(of: $0, in: body) != nil } }
    if has(["</html", "</body", "</HTML", "</BODY"]) || !has(["<html", "<body", "<HTML", "<BODY"]) { return self }
    throw .unreadable(site: site, url: url, reason: "it is cut off, its last tag </html> is missing")
  }

  /// Throws ``ScrapingError/unreadable(site:url:reason:)`` where reading the document was stopped because it took too much
  /// work: values may be missing.
  public func affordable(_ document: Document?, site: String) throws(ScrapingError) {
    if document?.isExhausted == true { throw unreadable(site, .tooMuchWork) }
  }

  /// The body as an XML document; throws ``ScrapingError/unreadable(site:url:reason:)``.
  public func xml(site: String) throws(ScrapingError) -> Document {
    do throws(MarkupError) { return try Document(xml: body, isUTF8: isUTF8) } catch { throw unreadable(site, error) }
  }

  /// The body as a JSON value; throws ``ScrapingError/unreadable(site:url:reason:)``.
  public func json(site: String) throws(ScrapingError) -> JSON {
    do throws(MarkupError) { return try JSON(parsing: body) } catch { throw unreadable(site, error) }
  }

  private func unreadable(_ site: String, _ error: MarkupError) -> ScrapingError {
    .unreadable(site: site, url: url, reason: error.description)
  }
}
