import Testing
import Web

struct CertificateVariablesTests {
  @Test func curlsOrder() {
    let all = ["CURL_CA_BUNDLE": "/a", "SSL_CERT_FILE": "/b", "SSL_CERT_DIR": "/c"]
    var variables = CertificateVariables(all)
    #expect(variables.file == "/a" && variables.folder == nil)
    variables = CertificateVariables(all.merging(["CURL_CA_BUNDLE": ""]) { $1 })
    #expect(variables.file == "/b" && variables.folder == "/c")
    #expect(CertificateVariables(["SSL_CERT_FILE": ""]) == CertificateVariables())
  }
}
