import Composing
import Scoring
import Templating
import Wording

/// The honor roll as one A3 sheet to hang up.
struct PrintedPoster: PrintDocument {
  struct Branch: Fillable {
    var short: String
    var hasNames: Bool { !names.isEmpty }
    var names: [Name]
  }

  struct Name: Fillable {
    var name: String
    var isWinner: Bool
    var isDecided: Bool
  }

  @Inlined var roll: PrintedHonorRoll
  var fives: [Branch]

  static let template = "print/poster"
  static let specimen = PrintedPoster(
    roll: .specimen,
    fives: [Branch(short: "环境监测", names: [Name(name: "高　远", isWinner: true, isDecided: true)])])
}

extension PrintedPoster {
  var chrome: Chrome { roll.chrome }
  var sheets: [Sheet] { [Sheet("poster")] }
}

extension PrintPlan {
  package static func poster(_ context: SiteContext, year: Ref<YearLedger>) -> PrintPlan {
    PrintedPoster.plan("poster-\(context[year].ledger.year)") {
      let winners = Set(
        context[year].ledger.decisions.compactMap { decision in
          if case .winner(let member) = decision.matter { member } else { nil }
        })
      return PrintedPoster(
        roll: context.honorRoll(year, withBranches: false),
        fives: context.roster.branches.indices.map { index in
          .init(
            short: context.roster.branches[index].short,
            names: context[year].book.qualified[index].filter { $0.obstacle == nil }.map {
              .init(
                name: Words.spaced(context.roster.members[$0.member].name), isWinner: winners.contains($0.member),
                isDecided: $0.override != nil)
            })
        })
    }
  }
}
