import Scoring
import Wording

/// An honor that a certificate can be made of: decided and signed, never computed (S7).
package enum Honor: Sendable {
  case excellentMember
  case excellentBranch

  package var name: String { self == .excellentMember ? Words.excellentMember : Words.excellentBranch }

  /// Its letters in a certificate's number; never changed, since numbers hang on walls.
  package var code: String { self == .excellentMember ? "YX" : "XJ" }

  /// Where the year's honors page has the holder's line; a member and a branch may have the same id.
  package func anchor(of holder: String) -> String { code.lowercased() + "-" + holder }
}

/// The number of a certificate: year, honor, holder and two check digits, `2024-YX-LI-NA-90`.
///
/// It is derived from what is never changed and depends on no other certificate, so adding, removing and sorting
/// decisions leaves it as it is, and no two certificates share one: a year decides an honor once for a holder.
package struct CertificateNumber: Sendable, Equatable {
  package let text: String

  /// - Parameter holder: the member's key or the branch's id, ASCII.
  package init(year: Int, _ honor: Honor, holder: String) {
    let stem = "\(year)-\(honor.code)-\(holder.uppercased())"
    text = "\(stem)-\(twoCheckDigits(of: stem))"
  }
}

/// ISO/IEC 7064 MOD 97-10 over letters and digits (A is 10, Z is 35), as in bank account numbers: a wrong character and
/// two that changed places are found. Hyphens don't count.
func twoCheckDigits(of text: String) -> String {
  var remainder = 0
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): remainder = (remainder * 10 + Int(byte) - 48) % 97
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): remainder = (remainder * 100 + Int(byte) - 55) % 97
    default: continue
    }
  }
  let check = 98 - remainder * 100 % 97
  return check < 10 ? "0\(check)" : "\(check)"
}

extension SiteContext {
  /// What a certificate's line on the site's honors page is found by; `nil` while the year isn't final, since a proof
  /// isn't one.
  package func certificateNumber(_ honor: Honor, holder: String, _ year: Ref<YearLedger>) -> String? {
    guard case .final = self[year].ledger.state else { return nil }
    return CertificateNumber(year: self[year].ledger.year, honor, holder: holder).text
  }
}
