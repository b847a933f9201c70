import Composing
import Reading
import Scoring
import Texts

/// What is kept as it was: sealed entries, archives, the company's history, pledges.
let keptTables: [LedgerTable] = [
  LedgerTable(
    "seal_entries", zh: "封账时的每一条", en: "entries as they were sealed", isLink: true,
    [
      .year.asKey, .key("name", "封存的期间", "period that was sealed").asKey,
      .count("position", "次序", "place in the seal").asKey,
      .term("kind", "record、branch-record、welfare、share、claim、rating、survey、credit", "what it is"),
      .day("day", "日期", "day"), .key("holder", "党员或支部的编号，封存时的", "member or branch, by the key it had then"),
      .key("item", "项目、活动的编号，封存时的", "item, project or activity, by the key it had then"),
      .points("points", "得分", "points"), .points("capped", "封顶未计", "cut by a cap"),
      .words("source", "封存时的出处", "where it stood then"), .words("digest", "指纹", "SHA-256 of what it said"), .place(),
    ]
  ) { source, row in
    try source.forEachYear { site, _, _ in
      for seal in site.ledger.seals.sorted(by: { $0.name < $1.name }) where seal.asOf <= source.asOf {
        for (index, entry) in seal.entries.enumerated() {
          row.number(site.ledger.year)
          row.text(seal.name)
          row.number(index + 1)
          row.text(entry.kind.rawValue)
          row.day(entry.day)
          row.text(entry.holder)
          row.text(entry.item)
          row.points(entry.points)
          row.points(entry.capped)
          row.text(entry.source)
          row.text(entry.digest)
          row.place(entry.place)
          try row.end()
        }
      }
    }
  },
  LedgerTable(
    "archives", zh: "移交的归档", en: "archives that were handed over", isLink: true,
    [
      .key("archive", "归档的文件夹", "the bag's folder").asKey, .day("day", "统计日", "day its data stands for").asKey,
      .words("title", "标题", "title"), .words("fingerprint", "指纹", "SHA-256").asKey, .count("files", "文件数", "files"),
      .words("keeper", "保管处", "where it is kept").orNone, .place(),
    ]
  ) { source, row in
    let archives = source.context.content.archives.filter { $0.on <= source.asOf }.sorted { a, b in
      (a.id, a.on, a.fingerprint) < (b.id, b.on, b.fingerprint)
    }
    for archive in archives {
      row.text(archive.id)
      row.day(archive.on)
      row.text(archive.title)
      row.text(archive.fingerprint)
      row.number(archive.files)
      row.words(archive.keeper)
      row.place(archive.place)
      try row.end()
    }
  },
  LedgerTable(
    "history", zh: "单位和党委的大事", en: "the company's and the committee's history", isLink: true,
    [
      .count("position", "次序", "place among them").asKey,
      .words("time", "时间：年、年月或日期", "year, month or day, as precise as the source"), .words("title", "事件", "event"),
      .words("text", "说明", "what happened").orNone, .place(),
    ]
  ) { source, row in
    let last = source.asOf.description
    for (index, event) in source.context.content.organisation.timeline.enumerated() where event.on <= last {
      row.number(index + 1)
      row.text(event.on)
      row.text(event.title)
      row.words(event.text)
      row.place(event.place)
      try row.end()
    }
  },
  LedgerTable(
    "party_group_pledges", zh: "党小组党员的承诺", en: "pledges of a Party group's members", isLink: true,
    [
      .key("party_group", "党小组", "group").of("party_groups").asKey, .count("position", "次序", "place among them").asKey,
      .member, .day("day", "日期", "day"), .words("text", "承诺", "pledge"), .place(),
    ]
  ) { source, row in
    for group in source.groups {
      for (index, pledge) in group.pledges.enumerated()
      where pledge.on <= source.asOf && source.isThere(Int(pledge.member.index)) {
        row.text(group.id)
        row.number(index + 1)
        row.text(source.key(pledge.member))
        row.day(pledge.on)
        row.text(pledge.text)
        row.place(pledge.place)
        try row.end()
      }
    }
  },
]
