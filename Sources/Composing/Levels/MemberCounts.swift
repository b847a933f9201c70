import Scoring

/// How many stand where: who is exempt counts as nothing else.
struct MemberCounts {
  private(set) var full = 0
  private(set) var probationary = 0
  private(set) var exempt = 0

  init(_ stays: [Membership]) {
    for stay in stays {
      switch stay.standing {
      case _ where stay.exemption != nil: exempt += 1
      case .full: full += 1
      case .probationary: probationary += 1
      }
    }
  }
}
