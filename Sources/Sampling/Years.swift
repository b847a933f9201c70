import Scoring

/// A dated record before it is written down. `quantity` in hundredths.
struct SampleRecord {
  var day: Day
  var person: Int
  var item: Int
  var quantity = 100
  var level = ""
  var activity = ""
  var work = ""
  var note: String
  var id = ""
  var corrects = ""
  var entered: Day?
}

struct SampleWelfare {
  let day: Day
  let person: Int
  let minutes: Int
  var series = ""
  var activity = ""
  var work = ""
  let note: String
}

/// One year of a sample company, wholly made up.
struct CompanyYear {
  let year: Int
  let standard: Standard
  let activities: [SampleActivity]
  let projects: [SampleProject]
  var records: [SampleRecord] = []
  var welfare: [SampleWelfare] = []
  let ratings: [SampleRating]
  private(set) var tally = Tally.empty

  init(_ year: Int, of company: Company, plan: SamplePlan) {
    self.year = year
    standard = Standard(year: year)
    activities = sampleActivities(year, company, plan)
    projects = sampleProjects(year, company, plan)
    ratings = sampleRatings(year, standard, activities, projects, company, plan)
    welfare = sampleWelfare(year, activities, company, plan)
    records = sampleRecords(self, company, plan)
    if plan.followsStories && year == 2025 { tieFifthPlace(company) }
    trim(to: plan.records, company, plan)
    tally = Tally(self, people: company.people.count)
    records.sort { a, b in
      if a.day != b.day { return a.day < b.day }
      if a.item != b.item { return a.item < b.item }
      return company.people[a.person].key < company.people[b.person].key
    }
    welfare.sort { a, b in
      if a.day != b.day { return a.day < b.day }
      return company.people[a.person].key < company.people[b.person].key
    }
  }
}
