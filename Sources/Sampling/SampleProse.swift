import Scoring

/// The five pathways with the titles of their 53 works, in the brand's order.
private let pathways: [(name: String, summary: String, works: String)] = [
  (
    "助力经营", "从业务的痛点里找课题。",
    "支部年度优先课题 党员攻关项目 重点订单交付保障 党小组授牌与承诺 降本增效提案 新品试用与缺陷反馈 现场服务值守 供应链保供 质量改进小组 技术标准参与 业务负责人回访 项目成效复盘会"
  ),
  (
    "营造氛围", "年初认领，每月有活动。", "年初活动认领会 每月主题党日 三会一课 党员政治生日 支部特色活动 阵地与展厅 先进事迹专栏 健步走与球赛 新党员入党仪式 结对共建 内网党建专栏"
  ),
  (
    "服务员工", "难处有人问，意见有答复。", "新员工结对 困难员工走访 意见收集与答复 健康讲座 子女暑期托管 加班交通保障 食堂与宿舍改善 外派员工家庭联系 退休党员走访 法律咨询"
  ),
  ("提升技能", "会做的人来讲，做得出才算会。", "党员讲师课堂 师带徒 技能比武 专利撰写辅导 工艺改进分享 支部书记培训 党务干部三级培养 学习笔记检查 安全演练"),
  (
    "彰显责任", "把时间和仪器带到社区去。", "“春风行动”捐款 公益献血 爱心助学 “微心愿”圆梦 敬老院服务 2小时公益 环境监测开放日 河道水质义务监测 社区科普 防汛应急 旧仪器捐赠"
  ),
]

/// Brand, works, organisation, about and campaigns of a project that nobody has written.
func proseFiles(_ company: Company, _ plan: SamplePlan) -> [SampleFile] {
  var brand = "brand:\n  name: 红色传感\n  since: 2014\n  why: 公司的核心技术都是传感。\npathways:\n"
  var files: [SampleFile] = []
  for (index, pathway) in pathways.enumerated() {
    brand += "  - {id: p\(index + 1), name: \(pathway.name), summary: \(pathway.summary)}\n"
    for (order, title) in pathway.works.split(separator: " ").enumerated() {
      files.append(
        SampleFile(
          path: "content/works/w\(index + 1)\(twoDigits(order + 1)).md",
          text: """
            ---
            title: \(title)
            pathway: p\(index + 1)
            order: \(order + 1)
            since: \(2014 + order % 9)
            ---

            \(title)由支部认领，当天登记，年末对照凭据。

            """))
    }
  }
  files.append(SampleFile(path: "content/brand.yaml", text: brand))
  files.append(
    SampleFile(
      path: "content/organisation.yaml",
      text: """
        company:
          name: 样例公司
          founded: 2002-01
          listed: 2011-04
          city: 杭州
        committee:
          name: 公司党委
          branch_founded: 2006
          committee_founded: 2012
        timeline:
          - on: 2002-01
            title: 公司创建
            text: 公司在杭州创建。
          - on: 2012
            title: 升格为党委
            text: 党支部升格为党委。

        """))
  files.append(
    SampleFile(
      path: "content/about.md",
      text: """
        ---
        title: 关于这个样例
        ---

        这里的人员、支部、活动与积分由程序按固定的种子生成，只用来试验大小和速度。

        """))
  return files + campaignFiles(company, plan)
}

private let campaigns: [(id: String, title: String)] = [
  ("field", "到现场去"), ("rivers", "看得见的水"), ("skills", "手上的本事"), ("neighbours", "邻里之间"), ("topics", "痛点课题"),
]

private func campaignFiles(_ company: Company, _ plan: SamplePlan) -> [SampleFile] {
  var files = campaigns.enumerated().map { index, campaign in
    SampleFile(
      path: "content/campaigns/\(campaign.id)/index.md",
      text: """
        ---
        title: \(campaign.title)
        from: 2023-12-01
        to: 2025-11-30
        pathways: [p\(index + 1)]
        works: [w\(index + 1)01, w\(index + 1)02]
        summary: \(campaign.title)的纪实。
        ---

        这一组纪实写\(campaign.title)，每篇都有日期、地点和数字。

        """)
  }
  for number in 0..<plan.stories {
    let campaign = number % campaigns.count
    files.append(
      SampleFile(
        path: "content/campaigns/\(campaigns[campaign].id)/s\(padded(number + 1, 5)).md",
        text: story(number, campaign, company, plan)))
  }
  return files
}

private let sentences = [
  "早上八点，{city}的雾还没有散，大家在{site}门口清点工具，{part}多带了两套。",
  "业务负责人说，客户等的不是解释，是一个能用的读数，这句话后来写在白板最上面。",
  "第一遍没有成功，{device}的零点一直在走，查到中午才发现{part}的垫片装反了。",
  "没有人责怪装的人，讨论的是为什么图上看不出正反，以及下一次怎样让它装不反。",
  "记录本上每一行都写了时间和名字，写错的不涂掉，划一道线，在旁边再写一次。",
  "下午换了一组人，做法照单子来，{device}连续运行四个小时，读数没有再跳。",
  "支部会上把两天的数据并排贴出来，差别主要在{part}，而不是大家先前猜的供电。",
  "来帮忙的老党员说，从前没有这样的仪器，靠的是鼻子和耳朵，现在反而要学会不相信自己。",
  "{city}的同事寄来三张照片，照片上看不清型号，于是又打了二十分钟电话才对上。",
  "这件事花的钱不多，花的是时间，一共登记了三十一个小时，其中九个小时是在路上。",
  "原定的目标没有全部达到，没有做成的那一条照样写进表里，并且写明下一步由谁去做。",
  "现场有人问能不能早一点结束，组长看了看剩下的六个点位，说再做两个，其余明天来。",
  "回来的路上，大家把用得上的几条写成一页纸，前三条都与准备有关，和本领关系不大。",
  "复盘的时候只问三个问题：哪一步最慢，哪一步重做过，哪一步其实可以不做。",
  "两个月以后再去看，{device}还在原来的位置，旁边多了一张当地人自己画的操作图。",
  "表格从四十一栏减到十九栏，填的人省了时间，看的人也终于知道该看哪一栏。",
  "这次带队的是一位年轻党员，出发前他把每个人的任务念了一遍，又请每个人自己复述。",
  "有两次数据对不上，查下来一次是抄错，一次是钟不准，仪器本身并没有问题。",
]

private func story(_ number: Int, _ campaign: Int, _ company: Company, _ plan: SamplePlan) -> String {
  var dice = Dice(seed: plan.seed, "story", number)
  let branch = dice.below(company.branches.count)
  let period = Period(first: day(2023, 12, 5), last: day(2025, 11, 25))
  let on = period.first.adding(days: dice.below(period.last.ordinal - period.first.ordinal))
  let people = company.people.filter { $0.home == branch && $0.stay(on: on)?.branch == branch }.prefix(40)
  let named = dice.shuffled(Array(people)).prefix(2).map(\.key)
  let place = Words.filled("{city}{site}", &dice)
  let device = Words.filled("{device}", &dice)
  let counts = (0..<3).map { _ in dice.within(12...96) }
  var text = """
    ---
    title: \(place)的\(device)，第\(number + 1)篇
    date: \(on)
    branch: \(company.branches[branch].id)
    people: [\(named.joined(separator: ", "))]
    place: \(place)
    works: [w\(campaign + 1)01]
    summary: \(device)在\(place)做了\(counts[0])次测量，重做\(dice.within(1...9))次。
    figures:
      - {label: 测量, value: "\(counts[0])", unit: 次}
    ---


    """
  var written = 0
  var order = dice.shuffled(sentences)
  for heading in ["起因", "经过", "出了什么问题", "结果"] {
    text += "## \(heading)\n\n"
    for _ in 0..<2 {
      for _ in 0..<3 {
        if order.isEmpty { order = dice.shuffled(sentences) }
        let sentence = Words.filled(order.removeLast(), &dice)
        written += sentence.count
        text += sentence
      }
      text += "\n\n"
    }
    switch heading {
    case "经过":
      text += "| 点位 | 次数 |\n|---|---:|\n"
      for (place, count) in counts.enumerated() { text += "| 第\(place + 1)点 | \(count) |\n" }
      text += "\n"
    case "出了什么问题": text += "- **先量再修**，数字写在表里；\n- 换下的零件编号带回；\n- 没有做成的也要写。\n\n"
    default: break
    }
  }
  while written < 860 {
    let sentence = Words.filled(dice.pick(sentences), &dice)
    written += sentence.count
    text += sentence + "\n\n"
  }
  return text
}
