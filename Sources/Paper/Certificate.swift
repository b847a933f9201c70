import Composing
import QRCoding
import Reading
import Scoring
import Templating
import Wording

/// One certificate: whom a signed decision honors, and where that can be checked.
package struct Certificate: Fillable {
  /// The code that leads to the certificate's line on the site.
  package struct Code: Fillable {
    /// Of the drawing's square, quiet zone included.
    package var side: Int
    package var path: String
  }

  package var number: String
  package var decidedYear: Int
  /// The name as the roster has it.
  package var name: String
  /// The name as the certificate addresses it, without the colon.
  package var addressed: String
  /// Which size of `LineFit.holder` the line takes.
  package var holderStep: Int
  package var branch: String
  package var isMember: Bool
  package var honor: String
  /// The holder's points of the year; none for who has no place on the year's board.
  package var total: [String]
  package var signedBy: String
  package var signatureStep: Int
  package var date: String
  /// The frame, and in it the holder's twelve months: a line a day, from above and from below.
  @HTML package var ornament: String
  /// None where the site has no fixed address.
  package var code: Code?

  package static let specimen = Certificate(
    number: "2025-YX-ZHOU-JINGYI-12", decidedYear: 2025, name: "周静怡", addressed: "周静怡同志", holderStep: 1,
    branch: "环境监测支部",
    isMember: true, honor: "优秀党员", total: ["103.50"], signedBy: "公司党委", signatureStep: 1, date: "二〇二五年十二月二十七日",
    ornament: "<svg viewBox=\"0 0 269 182\" aria-hidden=\"true\"></svg>",
    code: Code(side: 29, path: "M4 4h7v1h-7z"))
}

extension Certificate {
  /// What stands on the paper and comes from the content: what a font must have.
  package var texts: [String] { [addressed, branch, honor, signedBy, date] }
}

/// Whose certificates are asked for.
package enum CertificateChoice: Sendable {
  case everybody
  /// The branch's own and those of its members.
  case branch(Ref<Branch>)
  case member(Ref<Member>)
}

extension SiteContext {
  /// The certificates of a year's signed decisions, in the order of the record; nothing is computed, and a decision after
  /// the report's day isn't one yet.
  package func certificates(_ year: Ref<YearLedger>, for choice: CertificateChoice = .everybody) -> [Certificate] {
    let lines = YearLines(self, year)
    return self[year].ledger.decisions.compactMap { decision in
      guard decision.on <= ledger.asOf else { return nil }
      switch decision.matter {
      case .winner(let member):
        let branch = branchAtEnd(of: member, year)
        switch choice {
        case .everybody: break
        case .member(let chosen): if chosen != member { return nil }
        case .branch(let chosen): if chosen != branch { return nil }
        }
        let person = roster.members[member]
        return certificate(
          decision, .excellentMember, key: person.key, name: person.name,
          branch: branch.map { roster.branches[$0].name } ?? "", year,
          HolderOrnament(dayLines(of: member, year), lines.personScale),
          total: self[year].book.members.rows.first { $0.member == member }.map { $0.total.shown($0.decimals) }
        )
      case .excellentBranch(let branch):
        switch choice {
        case .everybody: break
        case .member: return nil
        case .branch(let chosen): if chosen != branch { return nil }
        }
        let name = roster.branches[branch].name
        return certificate(
          decision, .excellentBranch, key: roster.branches[branch].id, name: name, branch: name, year,
          HolderOrnament(lines.branches[Int(branch.index)], lines.branchScale),
          total: self[year].book.branches.first { $0.branch == branch }.flatMap {
            branchRow($0, year: year)?.total
          })
      case .cadre, .veto, .branchVeto, .qualification: return nil
      }
    }
  }

  private func certificate(
    _ decision: Decision, _ honor: Honor, key: String, name: String, branch: String, _ year: Ref<YearLedger>,
    _ ornament: HolderOrnament, total: String?
  ) -> Certificate {
    let number = CertificateNumber(year: self[year].ledger.year, honor, holder: key).text
    let addressed = honor == .excellentMember ? Words.addressed(name) : name
    let page = Address.honors(self[year].ledger.year) + "#" + honor.anchor(of: key)
    let code = content.site.baseAddress.flatMap { QRCode($0 + page) }
    return Certificate(
      number: number, decidedYear: self[year].ledger.year, name: name, addressed: addressed,
      holderStep: LineFit.holder.step(for: addressed + "："), branch: branch, isMember: honor == .excellentMember,
      honor: honor.name, total: total.map { [$0] } ?? [], signedBy: decision.signedBy,
      signatureStep: LineFit.signature.step(for: decision.signedBy), date: Words.formal(decision.on),
      ornament: ornament.svg,
      code: code.map { Certificate.Code(side: $0.fullSide, path: $0.path) })
  }

  /// The branch in which a member ranks for the year.
  private func branchAtEnd(of member: Ref<Member>, _ year: Ref<YearLedger>) -> Ref<Branch>? {
    roster.membership(of: member, on: day(ofYear: year))?.branch
  }
}
