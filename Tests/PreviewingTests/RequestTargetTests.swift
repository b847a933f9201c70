import Testing

@testable import Previewing
