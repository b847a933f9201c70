import Texts

extension PersonalNumber.Kind {
  package var noun: Bilingual {
    switch self {
    case .identityCard: Bilingual(zh: "身份证号", en: "an identity card number")
    case .mobile: Bilingual(zh: "手机号", en: "a mobile number")
    }
  }
}
