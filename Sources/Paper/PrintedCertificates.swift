import Composing
import Reading
import Scoring
import Templating
import Texts
import Wording

/// Certificates to hang on a wall, one a page (A4, landscape).
struct PrintedCertificates: PrintDocument {
  @Inlined var chrome: Chrome
  /// Whether the year isn't final: each page is then marked as a proof.
  var isProof: Bool
  /// Whether only the words are printed, onto paper that has the frame and the title already.
  var isOverprint: Bool
  var shift: PaperShift
  /// The office's own picture of its stamp, from the project's folder; none or one.
  @WebAddress var stamp: [String]
  var certificates: [Certificate]

  static let template = "print/certificates"
  static let specimen = PrintedCertificates(
    chrome: .specimen, isProof: true, isOverprint: true, shift: .specimen, stamp: ["content/print/stamp.png"],
    certificates: [.specimen])
}

extension PrintedCertificates {
  var moved: PaperShift? { shift }
}

/// Who was handed a certificate: a table to sign.
struct PrintedRegister: PrintDocument {
  struct Row: Fillable {
    var index: Int
    @Inlined var certificate: Certificate
  }

  @Inlined var chrome: Chrome
  var isProof: Bool
  var rows: [Row]
  var count: Int { rows.count }

  static let template = "print/certificate-register"
  static let specimen = PrintedRegister(
    chrome: .specimen, isProof: true, rows: [Row(index: 1, certificate: .specimen)])
}

extension PrintPlan {
  /// - Parameters:
  ///   - overprint: how far the words are moved on bought paper; `nil` to print the whole certificate.
  /// - Returns: `nil` where no signed decision honors those who were chosen.
  package static func certificates(
    _ context: SiteContext, year: Ref<YearLedger>, for choice: CertificateChoice, overprint: PaperShift?
  ) -> PrintPlan? {
    let certificates = context.certificates(year, for: choice)
    guard !certificates.isEmpty else { return nil }
    let number = context[year].ledger.year
    // Neither a proof nor bought paper, which is stamped by hand, gets the picture.
    let isStamped = overprint == nil && !context.isProof(year)
    return PrintedCertificates.plan(context.certificateFile("certificates", year, choice)) {
      PrintedCertificates(
        chrome: context.paperChrome(title: Words.certificates(number), year: year),
        isProof: context.isProof(year), isOverprint: overprint != nil, shift: overprint ?? .none,
        stamp: isStamped ? context.content.tree.stampPicture.map { [$0.path] } ?? [] : [],
        certificates: certificates)
    }
  }

  /// The register of the same certificates; `nil` as above.
  package static func certificateRegister(_ context: SiteContext, year: Ref<YearLedger>, for choice: CertificateChoice)
    -> PrintPlan?
  {
    let certificates = context.certificates(year, for: choice)
    guard !certificates.isEmpty else { return nil }
    let number = context[year].ledger.year
    return PrintedRegister.plan(context.certificateFile("certificate-register", year, choice)) {
      PrintedRegister(
        chrome: context.paperChrome(title: Words.certificateRegister(number), year: year),
        isProof: context.isProof(year),
        rows: certificates.enumerated().map { .init(index: $0 + 1, certificate: $1) })
    }
  }
}

extension SiteContext {
  /// What certificates print that comes from the content, each with whom it belongs to: a font must have all of it.
  package func certificateTexts(_ year: Ref<YearLedger>, for choice: CertificateChoice) -> [(
    holder: String, text: String
  )] {
    certificates(year, for: choice).map { ($0.name, $0.texts.joined()) } + [(content.site.title, content.site.notice)]
  }

  fileprivate func isProof(_ year: Ref<YearLedger>) -> Bool {
    if case .final = self[year].ledger.state { false } else { true }
  }

  fileprivate func certificateFile(_ kind: String, _ year: Ref<YearLedger>, _ choice: CertificateChoice) -> String {
    let part: String? =
      switch choice {
      case .everybody: nil
      case .branch(let branch): roster.branches[branch].id
      case .member(let member): roster.members[member].key
      }
    return ([kind, "\(self[year].ledger.year)"] + [part].compactMap(\.self)).joined(separator: "-")
  }
}
