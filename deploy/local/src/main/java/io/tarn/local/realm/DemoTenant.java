package io.tarn.local.realm;

import java.util.List;

/// One organisation of the demo.
///
/// @param homeAccount the account in the ARNs of its event data stores
/// @param accounts the AWS accounts whose events it has
public record DemoTenant(
    String slug, String name, String homeAccount, List<String> accounts, List<String> people) {
  public static final List<DemoTenant> ALL =
      List.of(
          new DemoTenant(
              "acme",
              "Acme Corporation",
              "614523890011",
              List.of("614523890011", "614523890022"),
              List.of("wile", "rosa", "tariq", "mei")),
          new DemoTenant(
              "globex",
              "Globex",
              "725634901122",
              List.of("725634901122", "725634901133"),
              List.of("hank", "ines", "oluwaseun", "petra")),
          new DemoTenant(
              "initech",
              "Initech",
              "836745012233",
              List.of("836745012233"),
              List.of("milton", "samir", "joanna")));

  public DemoTenant {
    accounts = List.copyOf(accounts);
    people = List.copyOf(people);
  }
}
