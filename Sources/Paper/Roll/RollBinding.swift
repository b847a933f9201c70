import Composing
import Reading
import Scoring
import Wording

/// Binds the roll: chapter after chapter is put on pages, and what needs their numbers (contents, index) is made of them.
struct RollBinding {
  let context: SiteContext
  let year: Ref<YearLedger>
  let lines: YearLines
  let winners: [Citation]
  /// Those that still may stand somewhere.
  var drawings: [String]
  var pages = RollPages(first: 3)
  var contents: [PrintedHonorRoll.Entry] = []
  private var named: [Ref<Member>: Set<Int>] = [:]

  init(_ context: SiteContext, _ year: Ref<YearLedger>) {
    self.context = context
    self.year = year
    lines = YearLines(context, year)
    winners = context.citations(year, lines)
    drawings = context.bookDrawings(year)
  }

  private var book: YearLedger { context[year].ledger }
  private var scores: YearBook { context[year].book }

  mutating func bound() -> PrintedHonorRoll {
    let cover = drawings.first.map { [$0] } ?? []
    drawings.removeFirst(cover.count)
    addLetter()
    addBranches()
    addWinners()
    addQualified()
    addStars()
    addIndex()
    addSigning()
    pages.addFeet(&drawings)
    let organisation = context.content.organisation
    let entries = fitted(contents)
    return PrintedHonorRoll(
      chrome: context.paperChrome(title: Words.honorRoll(book.year), year: year), company: organisation.company,
      committee: organisation.committee, yearInHan: Words.digitsInHan(book.year),
      monthInHan: Words.monthInHan(signed ?? context.ledger.asOf),
      spectrum: context.spectrum(winners, lines, width: 16600, height: 15200, nameSize: 390),
      winnerCount: winners.count, ranked: scores.members.rows.count,
      drawing: entries.hasDrawing ? cover : [], contents: entries.entries, pages: pages.pages)
  }

  private var signed: Day? { if case .final(_, let on) = book.state { on } else { nil } }

  private mutating func enter(
    _ chapter: PrintedHonorRoll.Chapter, title: String = "", page: Int, people: [PrintedHonorRoll.Entry.Person] = []
  ) {
    contents.append(.init(chapter: chapter, title: title, page: page, people: people, columns: 1))
  }

  private mutating func addLetter() {
    guard let message = context.content.messages.first(where: { $0.year == book.year }) else { return }
    let html = Array(context.storyLinks.htmlPieces(message.text, in: message.path, root: "").joined())
    let letter = LetterPages(html)
    enter(.message, title: message.title, page: pages.number + 1)
    for (index, piece) in letter.pages.enumerated() {
      pages.open("message")
      let isLast = index + 1 == letter.pages.count
      pages.add(
        RollPart(
          letter: .init(
            isFirst: index == 0, title: message.title, html: piece, isLast: isLast, signedBy: message.signedBy,
            on: Words.formal(message.on))), height: isLast ? RollPages.room - 96 * letter.linesLeft : RollPages.room)
    }
  }

  private func head(_ chapter: RollHead.Chapter, count: Int) -> RollPart {
    let rules = book.rulebook
    return RollPart(
      head: RollHead(
        chapter: chapter, count: count, perBranch: rules.qualification.perBranch, winnerCount: winners.count,
        starHours: Words.hours(rules.welfare.stars.minimumMinutes), starFirst: rules.welfare.stars.first,
        nameOrder: context.nameOrder))
  }

  private mutating func addBranches() {
    let honored = context.honoredBranches(year, lines)
    pages.open("branches")
    enter(.branches, page: pages.number)
    pages.add(head(.branches, count: honored.count), height: honored.isEmpty ? 250 : 310)
    for var branch in honored {
      // A drawing stands over the branch whose story it is of, else at the end of a chapter.
      if let own = branch.drawing.first, let at = drawings.firstIndex(of: own),
        pages.roomLeft >= branch.height || pages.roomLeft < branch.height - HonoredBranch.drawing
      {
        drawings.remove(at: at)
      } else {
        branch.drawing = []
      }
      pages.add(RollPart(honored: branch), height: branch.height)
    }
  }

  private mutating func addWinners() {
    if winners.isEmpty {
      let page = pages.add(head(.winners, count: 0), height: 250, gap: 120)
      return enter(.winners, page: page)
    }
    pages.open("winners")
    let first = pages.number
    let people = winners.map { winner in
      let page = pages.add(RollPart(winner: winner), height: 1210, gap: 80)
      named[winner.member, default: []].insert(page)
      return PrintedHonorRoll.Entry.Person(name: winner.name, branch: winner.branch, page: page)
    }
    enter(.winners, page: first, people: people)
  }

  private mutating func addQualified() {
    let branches = context.qualifiedBranches(year, lines, winners: Set(winners.map(\.member)))
    pages.open("qualified")
    enter(.qualified, page: pages.number)
    pages.add(head(.qualified, count: branches.reduce(0) { $0 + $1.members.count }), height: 310)
    for branch in branches {
      let page = pages.add(RollPart(qualified: branch), height: branch.height)
      for member in branch.members { named[member, default: []].insert(page) }
    }
  }

  private mutating func addStars() {
    let stars = scores.stars
    pages.open("stars")
    enter(.stars, page: pages.number)
    pages.add(head(.stars, count: stars.count), height: stars.isEmpty ? 280 : 340)
    let signs = stars.map { Words.signs(context.roster.members[$0.member].name) }
    if (1...24).contains(stars.count), signs.allSatisfy({ $0.count <= 8 }) {
      let drawing = StarSpectrum(width: 16600, height: 8400)
      let page = pages.add(
        RollPart(starLines: StarLines(svg: drawing.svg(zip(signs, stars.map(\.minutes)).map { ($0, $1) }))), height: 880
      )
      for star in stars { named[star.member, default: []].insert(page) }
    } else {
      for row in starRows(stars) {
        let page = pages.add(RollPart(starRow: StarRow(cells: row.map(\.cell))), height: 125)
        for (member, _) in row { named[member, default: []].insert(page) }
      }
    }
    let page = pages.add(RollPart(figures: figures()), height: 620)
    enter(.figures, page: page)
  }

  private func starRows(_ stars: [WelfareStar]) -> [[(member: Ref<Member>, cell: StarRow.Cell)]] {
    var (rows, room) = ([[(member: Ref<Member>, cell: StarRow.Cell)]](), 0)
    for star in stars {
      let name = GridName(context.roster.members[star.member].name)
      if name.places > room {
        rows.append([])
        room = 5
      }
      rows[rows.count - 1].append((star.member, .init(name: name, hours: Words.hours(star.minutes))))
      room -= name.places
    }
    return rows
  }

  private func figures() -> RollFigures {
    RollFigures(
      branches: context.roster.branches.count, ranked: scores.members.rows.count,
      records: grouped(book.records.count + book.welfare.count), hours: totalHours(scores.welfare.minutes.reduce(0, +)),
      welfareRate: scores.welfare.company.perMille.map { [tenths($0)] } ?? [],
      activities: scores.activities.count { $0.isHeld },
      projects: scores.projects.count { if case .graded = $0.state { true } else { false } },
      qualified: scores.qualified.joined().count { $0.obstacle == nil })
  }

  private mutating func addIndex() {
    var rest = context.indexLines(named)
    pages.open("index")
    enter(.index, page: pages.number)
    pages.add(head(.index, count: rest.count), height: 210)
    while !rest.isEmpty {
      if pages.roomLeft < 10 * NameIndex.rowHeight { pages.open("index") }
      let index = NameIndex(filling: pages.roomLeft / NameIndex.rowHeight, from: &rest)
      pages.add(RollPart(index: index), height: index.rowCount * NameIndex.rowHeight)
    }
    let remarks = context.rollRemarks(year, lines)
    let heights = remarks.enumerated().map { 10 + 60 * LineFit.lines($1, ems: 45) + ($0 == 0 ? 160 : 0) }
    // Together, where a page holds them all.
    if heights.reduce(0, +) > pages.roomLeft { pages.open("notes") } else { pages.rename("index-notes") }
    for (index, text) in remarks.enumerated() {
      let part = RollPart(remark: RollRemark(isFirst: index == 0, number: index + 1, text: text))
      let page = pages.add(part, height: heights[index])
      if index == 0 { enter(.notes, page: page) }
    }
  }

  /// Below the notes, where they have a page of their own that holds it; else on its own page, below a drawing.
  private mutating func addSigning() {
    let date = signed.map(Words.formal) ?? ""
    let words = context.paperChrome(title: "", year: year).stateWords + book.rulebook.title
    let height = RollSigning.height(words, signedBy: context.content.organisation.committee)
    if pages.pages.last?.sheet == "notes", pages.roomLeft >= height {
      pages.rename("notes-signing")
      enter(.signing, page: pages.number)
      // Down to its foot: no drawing stands below it.
      pages.add(RollPart(signing: RollSigning(drawing: [], date: date)), height: pages.roomLeft)
      return
    }
    let drawing = drawings.first.map { [$0] } ?? []
    drawings.removeFirst(drawing.count)
    pages.open("signing")
    enter(.signing, page: pages.number)
    pages.add(RollPart(signing: RollSigning(drawing: drawing, date: date)), height: RollPages.room)
  }
}
