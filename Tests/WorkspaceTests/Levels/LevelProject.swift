import Foundation
import Testing

@testable import Workspace

/// The small project with three levels: the company over 技术党委 (u1), which holds b02 and 研发党总支 (u2), which holds b01;
/// b03 has one member and stands directly under the company.
///
/// b01 has 8.5 points (an activity for 4, a rating of 4.5) for two heads, b02 none for one, b03 3 for one. So u2 has 8.5 for
/// two, 4.25 a head; u1 8.5 for three, 2.83 a head; the company 11.5 for four, 2.88 a head. 王伟 gave 60 minutes, and takes
/// part: 1 of 2 in u2, 1 of 3 in u1.
enum LevelProject {
  static let branches = """
    id,name,short,unit,kind,parent
    u1,技术党委,技术,,二级党委,
    u2,研发党总支,研发,,党总支,u1
    b01,光谱支部,光谱,光谱仪,,u2
    b02,软件支部,软件,软件,,u1
    b03,机关支部,机关,机关,,

    """

  static func text(_ path: String, _ text: String) -> String {
    switch path {
    case "branches.csv": branches
    case "members/all.csv": text + "zhao-min,赵敏,zhao min\n"
    case "memberships/all.csv": text + "zhao-min,b03,2020-01-01,正式\n"
    case "years/2025/ratings.csv": text + "b03,meetings,3,2025-11-30,齐全\n"
    case "years/2025/welfare/none.csv": text + "2025-05-10,wang-wei,60,植树\n"
    default: text
    }
  }

  static func folder() throws -> TemporaryFolder { try PublishedProject.folder(text) }

  /// A page of it without the spans of typesetting, and without the white space between elements.
  static func page(_ path: String, of site: [String: Data]) throws -> String {
    let bytes = try #require(site[path], "\(site.keys.sorted())")
    return String(decoding: bytes, as: UTF8.self).asWritten.replacing(/>\s+</, with: "><")
  }
}
