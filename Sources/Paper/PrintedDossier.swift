import Composing
import Reading
import Scoring
import Templating
import Wording

/// A member's file (个人积分档案) for a promotion or a transfer: what her page of all years says, with room for seal and
/// signature, one member after another.
struct PrintedDossier: PrintDocument {
  struct File: Fillable {
    /// The member's key: its pages are called by it.
    var key: String
    @Inlined var history: MemberHistory
  }

  @Inlined var chrome: Chrome
  var committee: String
  var files: [File]

  static let template = "print/dossier"
  static let specimen = PrintedDossier(
    chrome: .specimen, committee: "公司党委", files: [File(key: "zhou-jingyi", history: .specimen)])
}

extension PrintedDossier {
  var sheets: [Sheet] { files.map { Sheet("d-\($0.key)", $0.history.name, isCounted: files.count > 1) } }
}

/// A branch's file (支部历年档案): what its page of all years says, one branch after another.
struct PrintedBranchDossier: PrintDocument {
  struct File: Fillable {
    /// The branch's id: its pages are called by it.
    var id: String
    @Inlined var history: BranchHistory
  }

  @Inlined var chrome: Chrome
  var committee: String
  var files: [File]

  static let template = "print/branch-dossier"
  static let specimen = PrintedBranchDossier(
    chrome: .specimen, committee: "公司党委", files: [File(id: "b07", history: .specimen)])
}

extension PrintedBranchDossier {
  var sheets: [Sheet] { files.map { Sheet("f-\($0.id)", $0.history.name, isCounted: files.count > 1) } }
}

extension PrintPlan {
  /// Whose files are printed.
  package enum Dossiers: Sendable { case everybody, branch(Ref<Branch>), member(Ref<Member>) }

  /// Files of members, in the order of names.
  /// - Parameter year: the last one in them.
  /// - Returns: `nil` where nobody of them has an account in any year up to it.
  package static func dossier(_ context: SiteContext, through year: Ref<YearLedger>, of whom: Dossiers) -> PrintPlan? {
    let roster = context.roster
    let (people, name, whose): ([Ref<Member>], String, String) =
      switch whom {
      case .member(let member): ([member], "dossier-\(roster.members[member].key)", roster.members[member].name)
      case .branch(let branch):
        (
          context[year].standing.stays[Int(branch.index)].map(\.member), "dossier-\(roster.branches[branch].id)",
          roster.branches[branch].name
        )
      case .everybody: (roster.members.refs, "dossier", "")
      }
    let members = people.filter { !context.years(of: $0, through: year).isEmpty }
      .sorted { (roster.members[$0].sortKey, $0) < (roster.members[$1].sortKey, $1) }
    guard !members.isEmpty else { return nil }
    return PrintedDossier.plan(name) {
      let measures = context.yearMeasures()
      return PrintedDossier(
        chrome: context.paperChrome(title: Words.memberFile(whose), year: year),
        committee: context.content.organisation.committee,
        files: members.compactMap { member in
          context.memberHistory(member, measures, through: year).map {
            .init(key: roster.members[member].key, history: $0)
          }
        })
    }
  }

  /// The file of a branch; of all branches where none is named.
  package static func branchDossier(_ context: SiteContext, through year: Ref<YearLedger>, branch: Ref<Branch>?)
    -> PrintPlan
  {
    let unit = branch.map { context.roster.branches[$0] }
    return PrintedBranchDossier.plan(["branch-dossier", unit?.id].compactMap(\.self).joined(separator: "-")) {
      let measures = context.yearMeasures()
      return PrintedBranchDossier(
        chrome: context.paperChrome(title: Words.branchFile(unit?.name ?? ""), year: year),
        committee: context.content.organisation.committee,
        files: (branch.map { [$0] } ?? context.roster.branches.refs).map {
          .init(id: context.roster.branches[$0].id, history: context.branchHistory($0, measures, through: year))
        })
    }
  }
}
