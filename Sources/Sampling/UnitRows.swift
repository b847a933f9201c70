/// The rows of content/branches.csv where units stand above the branches. Of three units and more the first is a 二级党委
/// over two 党总支; every other one is a 党总支 under the company. The last of several branches stands in none.
func unitRows(_ branches: [SampleBranch], units: Int) -> [[String]] {
  let id = { (unit: Int) in "u\(unit < 10 ? "0" : "")\(unit)" }
  let leaves = units < 3 ? Array(1...max(1, units)) : Array(2...units)
  let placed = branches.count > 1 ? branches.count - 1 : 1
  let rows = (1...max(1, units)).map { unit -> [String] in
    let isCommittee = units >= 3 && unit == 1
    let (name, kind) = isCommittee ? ("生产系统党委", "二级党委") : ("第\(unit)党总支", "党总支")
    let short = isCommittee ? "生产系统" : "\(unit)总支"
    return [id(unit), name, short, "", kind, units >= 3 && (2...3).contains(unit) ? id(1) : ""]
  }
  return rows
    + branches.enumerated().map { index, branch in
      let home = index < placed ? id(leaves[index * leaves.count / placed]) : ""
      return [branch.id, "\(branch.short)支部", branch.short, branch.unit, "", home]
    }
}
