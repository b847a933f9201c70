import Scoring

struct SampleRating {
  let branch: Int
  let item: String
  let points: Int
  let on: Day
  let note: String
}

/// The year-end rating of every branch on every line of the branches' standard, in half points.
func sampleRatings(
  _ year: Int, _ standard: Standard, _ activities: [SampleActivity], _ projects: [SampleProject], _ company: Company,
  _ plan: SamplePlan
) -> [SampleRating] {
  var dice = Dice(seed: plan.seed, "ratings", year)
  let on = year == 2024 ? day(2024, 12, 10) : day(2025, 12, 5)
  return company.branches.indices.flatMap { branch in
    standard.branchItems.map { item in
      var points = item.maximum * 100 - dice.below(item.isBase ? 3 : item.maximum + 2) * 50
      var note = points == item.maximum * 100 ? "符合要求" : dice.pick(["抽查有缺项", "材料迟交", "完成大部分", "两处未闭环"])
      switch item.key {
      case "topic":
        if !projects.contains(where: { $0.branch == branch }) { (points, note) = (0, "本年度没有立项痛点课题") }
      case "special":
        let count = activities.filter { $0.isOwn && $0.claims.contains { $0.branch == branch } }.count
        points = min(item.maximum * 100, count * 100)
        note = count == 0 ? "没有支部自办活动" : "支部自办活动\(count)项"
      case "welfare-rate":
        let isBelow = plan.followsStories && year == 2025 && company.branches[branch].id == "b12"
        (points, note) = isBelow ? (item.maximum * 100 - 200, "参与率不到90%") : (item.maximum * 100, "参与率达到要求")
      default: break
      }
      return SampleRating(branch: branch, item: item.key, points: max(0, points), on: on, note: note)
    }
  }
}
