import Scoring

/// What shares and claims came to before version 0.5.0, which rounded to hundredths before it shared out: seals of that
/// time hold such figures in their digests, and are still compared with what they meant.

/// The points of a share, before caps; `nil` where there were none to give.
func formerShare(_ project: Project, _ grade: Int, task: Int, member: Int32, _ ledger: Ledger) -> Points? {
  var shares: [FormerShare] = []
  for (task, content) in project.tasks.enumerated() {
    for share in content.shares {
      shares.append(
        FormerShare(
          key: ledger.roster.members[share.member].key, task: task, member: share.member.index, weight: share.share))
    }
  }
  shares.sort { $0.key != $1.key ? $0.key < $1.key : $0.task < $1.task }
  let whole = scaled(hundredths(project.value), by: Int64(grade), over: 100)
  let parts = apportion(whole, by: shares.map(\.weight))
  guard let index = shares.firstIndex(where: { $0.task == task && $0.member == member }), parts[index] != 0 else {
    return nil
  }
  return Points(hundredths: parts[index])
}

private struct FormerShare {
  let key: String
  let task: Int
  let member: Int32
  let weight: Int
}

func formerClaim(_ activity: Activity, _ value: Points, claim: Int) -> Points {
  let claims = activity.claims.indices.sorted { first, second in
    let (a, b) = (activity.claims[first], activity.claims[second])
    return a.branch != b.branch ? a.branch < b.branch : a.on < b.on
  }
  let parts: [Int64] = apportion(hundredths(value), by: claims.map { activity.claims[$0].share })
  guard let index = claims.firstIndex(of: claim) else { return .zero }
  return Points(hundredths: parts[index])
}

private func hundredths(_ points: Points) -> Int64 { points.millionths / 10_000 }
