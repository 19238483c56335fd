import DMARC

/// Domain names by number, with the organizations they belong to.
final class NameTable: OrganizationalDomains {
  private(set) var names: [String] = []
  private let domains: any OrganizationalDomains
  private var numbers: [String: Int] = [:]
  private var organizations: [Int?] = []
  private var services: [Int: Bool] = [:]
  private var parties: [Int: Int] = [:]

  init(domains: any OrganizationalDomains) {
    self.domains = domains
  }

  func number(of name: String) -> Int {
    if let known = numbers[name] { return known }
    let number = names.count
    numbers[name] = number
    names.append(name)
    organizations.append(nil)
    organizations[number] = domains.organizationalDomain(of: name).map(self.number(of:))
    return number
  }

  /// The organizational domain of a name; `nil` where nothing can align with it.
  func organization(of number: Int) -> Int? { organizations[number] }

  func organizationalDomain(of name: String) -> String? {
    organization(of: number(of: name)).map { names[$0] }
  }

  /// Who authenticated as a name: the organization, or the customer of a platform that many share.
  func party(of number: Int) -> Int {
    if let known = parties[number] { return known }
    let customer = SharedPlatforms.customer(of: names[number]).map(self.number(of:))
    let party = customer ?? organization(of: number) ?? number
    parties[number] = party
    return party
  }

  /// Whether a name is that of one customer of a platform that many share.
  func isCustomer(_ number: Int) -> Bool { SharedPlatforms.customer(of: names[number]) != nil }

  /// Whether a name is that of a known service.
  func isService(_ number: Int) -> Bool {
    if let known = services[number] { return known }
    let isService = KnownServices.name(of: names[number]) != nil
    services[number] = isService
    return isService
  }

  /// The name that comes first in order of text.
  func first(of numbers: [Int]) -> Int? {
    numbers.count < 2 ? numbers.first : numbers.min { names[$0] < names[$1] }
  }
}
