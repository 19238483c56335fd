/// Why a receiver applied another policy than the one published; both vocabularies together.
public enum OverrideType: String, ReportWord {
  case forwarded
  case sampledOut = "sampled_out"
  case trustedForwarder = "trusted_forwarder"
  case mailingList = "mailing_list"
  case localPolicy = "local_policy"
  case policyTestMode = "policy_test_mode"
  case other
}
