extension DomainMail {
  /// A sender by name.
  func identity(of sender: Sender) -> Identity {
    switch sender {
    case .nobody: .others
    case .organization(let name): Identity(organization: digests.names.names[name])
    case .network(let network): Identity(network: networks[network])
    case .address(let place): Identity(address: addresses[place])
    }
  }
}
