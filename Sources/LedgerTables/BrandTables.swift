import Composing
import Reading
import Scoring
import Texts

let brandTables: [LedgerTable] = [
  LedgerTable(
    "pathways", zh: "途径", en: "pathways",
    [
      .key("pathway", "途径编号", "id").asKey, .count("position", "次序", "place among them"), .words("name", "名称", "name"),
      .words("summary", "说明", "summary").orNone, .place(),
    ]
  ) { source, row in
    for (index, pathway) in source.ledger.pathways.enumerated() {
      row.text(pathway.id)
      row.number(index + 1)
      row.text(pathway.name)
      row.words(pathway.summary)
      row.place(pathway.place)
      try row.end()
    }
  },
  LedgerTable(
    "works", zh: "工作", en: "works of the brand",
    [
      .key("work", "工作编号", "id").asKey, .words("title", "名称", "title"), .key("pathway", "途径", "pathway").of("pathways"),
      .count("position", "次序", "place in the pathway"), .count("since", "哪年起", "since which year").orNone, .place(),
    ]
  ) { source, row in
    for work in source.ledger.works.sorted(by: { $0.id < $1.id }) {
      row.text(work.id)
      row.text(work.title)
      row.text(source.ledger.pathways[work.pathway].id)
      row.number(work.order)
      row.number(work.since)
      row.place(work.place)
      try row.end()
    }
  },
  LedgerTable(
    "evidence", zh: "各项工作当年有多少佐证", en: "how much is evidence of a work in a year", isLink: true,
    [
      .year.asKey, .key("work", "工作", "work").of("works").asKey, .count("records", "积分记录", "records"),
      .count("welfare", "公益记录", "welfare entries"), .count("activities", "活动", "activities"),
      .count("projects", "项目", "projects"), .count("stories", "纪实", "stories"),
      .day("latest", "最近一次", "the latest").orNone,
    ]
  ) { source, row in
    let works = source.ledger.works
    try source.forEachYear { site, _, _ in
      for index in works.indices.sorted(by: { works[$0].id < works[$1].id }) {
        let evidence = site.book.evidence[index]
        row.number(site.ledger.year)
        row.text(works[index].id)
        row.number(evidence.records)
        row.number(evidence.welfare)
        row.number(evidence.activities.count)
        row.number(evidence.projects.count)
        row.number(site.stories.byWork[index].count)
        row.day(evidence.latest)
        try row.end()
      }
    }
  },
  LedgerTable(
    "campaigns", zh: "专题", en: "campaigns",
    [
      .key("campaign", "专题编号", "id").asKey, .words("title", "标题", "title"), .day("first", "第一天", "first day"),
      .day("last", "最后一天", "last day"), .words("summary", "摘要", "summary").orNone, .place(),
    ]
  ) { source, row in
    for campaign in source.context.content.campaigns.sorted(by: { $0.id < $1.id }) {
      row.text(campaign.id)
      row.text(campaign.title)
      row.day(campaign.period.first)
      row.day(campaign.period.last)
      row.words(campaign.summary)
      row.place(campaign.place)
      try row.end()
    }
  },
  LedgerTable(
    "stories", zh: "纪实", en: "stories",
    [
      .key("story", "纪实，即网页的名称", "name of its page").asKey, .words("title", "标题", "title"), .day("day", "日期", "day"),
      .year, .key("campaign", "专题", "campaign").of("campaigns"), .key("branch", "支部", "branch").of("branches").orNone,
      .key("author", "作者", "author").of("members").orNone, .words("location", "地点", "where").orNone,
      .row("activity", of: "activities", "活动", "activity").orNone, .words("summary", "摘要", "summary").orNone, .place(),
    ]
  ) { source, row in
    for story in source.stories {
      row.text(story.slug)
      row.text(story.title)
      row.day(story.day)
      row.number(source.ledger.years[source.context.year(of: story)].year)
      row.text(source.context.content.campaigns[story.campaign].id)
      row.text(story.branch.map { source.id($0) })
      row.text(story.author.map { source.key($0) })
      row.words(story.location)
      row.row(story.activity.map { source.years[Int($0.year.index)].activities.id($0.activity) } ?? 0)
      row.words(story.summary)
      row.place(story.place)
      try row.end()
    }
  },
  LedgerTable(
    "story_people", zh: "纪实写到的党员", en: "members a story names", isLink: true,
    [.key("story", "纪实", "story").of("stories").asKey, .member.asKey]
  ) { source, row in
    for story in source.stories {
      for member in Set(story.people.map { source.key($0) }).sorted() {
        row.text(story.slug)
        row.text(member)
        try row.end()
      }
    }
  },
  LedgerTable(
    "story_works", zh: "纪实佐证的工作", en: "works a story is evidence of", isLink: true,
    [.key("story", "纪实", "story").of("stories").asKey, .key("work", "工作", "work").of("works").asKey]
  ) { source, row in
    for story in source.stories {
      for work in source.ids(story.works) {
        row.text(story.slug)
        row.text(work)
        try row.end()
      }
    }
  },
  LedgerTable(
    "story_tags", zh: "纪实的标签", en: "tags of stories", isLink: true,
    [.key("story", "纪实", "story").of("stories").asKey, .words("tag", "标签", "tag").asKey]
  ) { source, row in
    for story in source.stories {
      for tag in Set(story.tags.map(\.name)).sorted() {
        row.text(story.slug)
        row.text(tag)
        try row.end()
      }
    }
  },
  LedgerTable(
    "party_groups", zh: "党小组", en: "Party groups on site",
    [
      .key("party_group", "党小组编号", "id").asKey, .words("name", "名称", "name"), .branch,
      .day("plaque_on", "授牌日期", "plaque handed over on").orNone, .words("plaque_at", "授牌地点", "where").orNone, .place(),
    ]
  ) { source, row in
    for group in source.groups {
      row.text(group.id)
      row.text(group.name)
      row.text(source.id(group.branch))
      row.day(source.past(group.plaqueOn))
      row.words(source.past(group.plaqueOn) != nil || group.plaqueOn == nil ? group.plaqueAt : "")
      row.place(group.place)
      try row.end()
    }
  },
  LedgerTable(
    "party_group_members", zh: "党小组的党员", en: "members of a Party group", isLink: true,
    [.key("party_group", "党小组", "group").of("party_groups").asKey, .member.asKey]
  ) { source, row in
    for group in source.groups {
      let here = group.members.filter { source.isThere(Int($0.index)) }
      for member in Set(here.map { source.key($0) }).sorted() {
        row.text(group.id)
        row.text(member)
        try row.end()
      }
    }
  },
]

extension LedgerSource {
  /// By name; one that is dated later isn't there yet.
  fileprivate var stories: [Story] {
    context.content.stories.filter { $0.day <= asOf && $0.held == nil }.sorted { $0.slug < $1.slug }
  }

  var groups: [PartyGroup] { context.content.groups.sorted { $0.id < $1.id } }
}
