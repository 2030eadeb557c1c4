public import Basics
public import Markup
import Weather

/// A site's answer.
public struct Page: Sendable {
  /// The final address, after redirects.
  public var url: String
  /// The HTTP status; 200 for schemes without one.
  public var status: Int
  /// The body after content decoding; UTF-8 if ``isUTF8`` is set.
  public var body: [UInt8]
  /// True if the body is valid UTF-8, whatever encoding it declares.
  public var isUTF8 = false
  /// The run's clock; under replay, the recording's.
  public var fetched: LocalTime
  /// The `Retry-After` delay in seconds; nil if there is none.
  public var retryAfter: Int?
  /// True for a saved file: `fetched` is then its modification time, which says little about the page's age.
  public var isSavedFile = false

  /// Creates an answer.
  public init(url: String, status: Int, body: [UInt8], fetched: LocalTime, retryAfter: Int? = nil) {
    self.url = url
    self.status = status
    self.body = body
    self.fetched = fetched
    self.retryAfter = retryAfter
  }

  /// Returns the page if its status is 2xx.
  ///
  /// - Parameter area: the area that a 404 or 410 status means to be unknown; nil if these count as errors of the site.
  /// - Throws: ``ScrapingError/unknownArea(site:area:url:)``, ``ScrapingError/refused(site:status:reason:url:wait:)``.
  public func checked(site: String, area: String?) throws(ScrapingError) -> Page {
    if (200..<300).contains(status) { return self }
    if let area, status == 404 || status == 410 { throw .unknownArea(site: site, area: area, url: url) }
    throw .refused(site: site, status: status, url: url, wait: retryAfter)
  }

  /// The page converted to UTF-8 from the encoding given by its byte order mark, its Content-Type or a declaration in
  /// it.
  ///
  /// - Throws: ``ScrapingError/unreadable(site:url:reason:)`` if it is not in that encoding. An error page is returned
  ///   unchanged instead.
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

  /// Parses the body as HTML; throws ``ScrapingError/unreadable(site:url:reason:)``, also if it is truncated.
  public func html(site: String) throws(ScrapingError) -> Document {
    _ = try uncut(site: site)
    do throws(MarkupError) { return try Document(html: body) } catch { throw unreadable(site, error) }
  }

  /// Returns the page; throws ``ScrapingError/unreadable(site:url:reason:)`` for truncated HTML, which would look like
  /// a shorter forecast.
  public func uncut(site: String) throws(ScrapingError) -> Page {
    func has(_ tags: [String]) -> Bool { tags.contains { ByteSearch.firstRange(of: $0, in: body) != nil } }
    if has(["</html", "</body", "</HTML", "</BODY"]) || !has(["<html", "<body", "<HTML", "<BODY"]) { return self }
    throw .unreadable(site: site, url: url, reason: "it is cut off, its last tag </html> is missing")
  }

  /// Throws ``ScrapingError/unreadable(site:url:reason:)`` if queries on the document exceeded their work limit: values
  /// may be missing.
  public func affordable(_ document: Document?, site: String) throws(ScrapingError) {
    if document?.isExhausted == true { throw unreadable(site, .tooMuchWork) }
  }

  /// Parses the body as XML; throws ``ScrapingError/unreadable(site:url:reason:)``.
  public func xml(site: String) throws(ScrapingError) -> Document {
    do throws(MarkupError) { return try Document(xml: body, isUTF8: isUTF8) } catch { throw unreadable(site, error) }
  }

  /// Parses the body as JSON; throws ``ScrapingError/unreadable(site:url:reason:)``.
  public func json(site: String) throws(ScrapingError) -> JSON {
    do throws(MarkupError) { return try JSON(parsing: body) } catch { throw unreadable(site, error) }
  }

  private func unreadable(_ site: String, _ error: MarkupError) -> ScrapingError {
    .unreadable(site: site, url: url, reason: error.description)
  }
}
