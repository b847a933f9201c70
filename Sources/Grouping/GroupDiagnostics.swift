import Diagnostics
import Scoring
import Texts

/// What is wrong with a company's folder.
enum GroupFolderFault {
  case missing
  case same(String)
  case nested(String)
  /// The site would stand where the project does, or above it.
  case holdsProject(String)
  case insideProject(String)

  fileprivate func words(_ folder: String) -> Bilingual {
    switch self {
    case .missing: Bilingual(zh: "没有文件夹“\(folder)”", en: "there is no folder “\(folder)”")
    case .same(let other):
      Bilingual(zh: "“\(folder)”和“\(other)”是同一个文件夹", en: "“\(folder)” and “\(other)” are one folder")
    case .nested(let other):
      Bilingual(
        zh: "“\(folder)”和“\(other)”一个在另一个里面", en: "of “\(folder)” and “\(other)” one lies within the other")
    case .holdsProject(let output):
      Bilingual(
        zh: "网站要发布到 \(output)，“\(folder)”就在那里面", en: "the site would be published to \(output), which holds “\(folder)”"
      )
    case .insideProject(let output):
      Bilingual(
        zh: "网站要发布到 \(output)，那是在“\(folder)”里面", en: "the site would be published to \(output), within “\(folder)”")
    }
  }

  fileprivate var remedy: Bilingual {
    switch self {
    case .missing:
      Bilingual(
        zh: "写公司项目所在的文件夹，从 group.yaml 所在处算起", en: "Write the folder of the company's project, as seen from group.yaml")
    case .same: Bilingual(zh: "删去一家，或改成它自己的文件夹", en: "Take one out, or write its own folder")
    case .nested: Bilingual(zh: "一家公司一个文件夹，互不包含", en: "Give each company a folder apart from the others")
    case .holdsProject, .insideProject:
      Bilingual(
        zh: "在 group.yaml 里写 output，或用 --output 另选一处",
        en: "Choose another place by output in group.yaml, or by --output")
    }
  }
}

/// What is wrong with what a company is called.
enum GroupNameFault {
  /// The group's own pages have it, or no folder can.
  case reserved
  case twice(String)
  case calledTwice(String)

  fileprivate func words(_ name: String) -> Bilingual {
    switch self {
    case .reserved:
      Bilingual(
        zh: "公司的网站不能放在“\(name)”：这个名称集团的网页要用，或不能作文件夹名",
        en: "a company's site can't stand in “\(name)”: the group's own pages need that name, or no folder can have it")
    case .twice(let other):
      Bilingual(zh: "“\(name)”已经是“\(other)”的网站所在", en: "“\(name)” holds the site of “\(other)” already")
    case .calledTwice(let other):
      Bilingual(
        zh: "“\(other)”也叫“\(name)”，网页上分不出来", en: "“\(other)” is called “\(name)” too: pages can't tell them apart")
    }
  }

  fileprivate var remedy: Bilingual {
    switch self {
    case .reserved, .twice:
      Bilingual(zh: "在 group.yaml 里给它写一个别的 id，如 yibiao", en: "Give it another id in group.yaml, such as meters")
    case .calledTwice:
      Bilingual(zh: "在 group.yaml 里用 name 和 short 写各自的名称", en: "Give each its own by name and short in group.yaml")
    }
  }
}

extension Diagnostic {
  static func noCompanies(at place: Place) -> Diagnostic {
    Diagnostic(
      .groupFolder, at: place, message: Bilingual(zh: "还没有写公司", en: "no company is named"),
      remedy: Bilingual(zh: "每家公司写一行，如 - {folder: 仪表}", en: "Write a line a company, such as - {folder: meters}"))
  }

  static func groupFolder(_ company: GroupCompany, _ fault: GroupFolderFault) -> Diagnostic {
    Diagnostic(
      .groupFolder, at: company.place, path: company.place == nil ? company.folder : nil,
      message: fault.words(company.folder), remedy: fault.remedy)
  }

  static func groupName(_ company: GroupCompany, _ name: String, _ fault: GroupNameFault) -> Diagnostic {
    let place: Place? =
      if case .calledTwice = fault { company.namePlace ?? company.place } else { company.idPlace ?? company.place }
    return Diagnostic(
      .groupName, at: place, path: place == nil ? company.folder : nil, message: fault.words(name),
      remedy: fault.remedy)
  }

  /// - Parameter other: the folder of the first company that names a day; `nil` where the day was asked for.
  static func groupDay(_ company: GroupCompany, _ own: Day, _ day: Day, of other: String?) -> Diagnostic {
    Diagnostic(
      .groupDay, at: company.place, path: company.place == nil ? company.folder : nil,
      message: other.map {
        Bilingual(
          zh: "“\(company.folder)”的统计日是 \(own)，“\($0)”是 \(day)，不能并列",
          en: "“\(company.folder)” stands for \(own) and “\($0)” for \(day): they can't stand side by side")
      }
        ?? Bilingual(
          zh: "“\(company.folder)”的统计日写明是 \(own)，不是 \(day)",
          en: "“\(company.folder)” names its day, \(own), which isn't \(day)"),
      remedy: Bilingual(
        zh: "让各公司的 as_of 是同一天；或都写 as_of: 逐日，再用 --as-of 指明哪一天",
        en: "Let as_of of all companies be one day; or write as_of: daily in each, and name the day by --as-of"))
  }
}
