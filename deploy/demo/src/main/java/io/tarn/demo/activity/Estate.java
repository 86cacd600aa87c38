package io.tarn.demo.activity;

import io.tarn.local.realm.DemoTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Accounts, resources and people of a tenant in the cloud; deterministic.
final class Estate {
  static final List<String> REGIONS = List.of(AccountRegion.GLOBAL, "eu-central-1", "eu-west-1");
  static final List<String> FUNCTIONS =
      List.of(
          "orders-api",
          "invoice-renderer",
          "thumbnailer",
          "nightly-export",
          "webhook-receiver",
          "fraud-score");
  static final List<String> CLUSTERS = List.of("production", "staging");
  static final List<String> SERVICES = List.of("web", "worker", "billing");
  private static final String SSO = "/aws-reserved/sso.amazonaws.com/";
  private static final List<String> DUTIES =
      List.of("Administrator", "Operations", "Developer", "ReadOnly");
  private static final List<Integer> SHARE = List.of(6, 3, 1);

  private final DemoTenant tenant;
  private final Map<String, Principal> principals = new ConcurrentHashMap<>();
  private final List<AccountRegion> regions = new ArrayList<>();
  private final Map<AccountRegion, Integer> shares = new HashMap<>();

  Estate(DemoTenant tenant) {
    this.tenant = tenant;
    for (var account : tenant.accounts()) {
      for (var region : REGIONS) {
        var accountRegion = new AccountRegion(account, region);
        regions.add(accountRegion);
        shares.put(accountRegion, SHARE.get(tenant.accounts().indexOf(account)) * shareOf(region));
      }
    }
  }

  private static int shareOf(String region) {
    return SHARE.get(REGIONS.indexOf(region));
  }

  String slug() {
    return tenant.slug();
  }

  List<AccountRegion> regions() {
    return regions;
  }

  /// Relative share of the activity in an account and Region.
  int share(AccountRegion accountRegion) {
    return shares.getOrDefault(accountRegion, 1);
  }

  /// A person with the role of their duty, by single sign-on.
  Principal person(AccountRegion accountRegion, Dice dice) {
    var index = dice.below(tenant.people().size());
    return person(accountRegion, tenant.people().get(index), DUTIES.get(index % DUTIES.size()));
  }

  /// A person with permission to make changes.
  Principal changer(AccountRegion accountRegion, Dice dice) {
    var index = dice.below(Math.min(3, tenant.people().size()));
    return person(accountRegion, tenant.people().get(index), DUTIES.get(index));
  }

  /// A person with permission to open shells in containers.
  Principal operator(AccountRegion accountRegion, Dice dice) {
    var index = dice.below(Math.min(2, tenant.people().size()));
    return person(accountRegion, tenant.people().get(index), "Operations");
  }

  private Principal person(AccountRegion accountRegion, String name, String duty) {
    return engineer(accountRegion, "%s@%s.example".formatted(name, tenant.slug()), duty);
  }

  /// A person by mail address with the role of a duty, by single sign-on.
  Principal engineer(AccountRegion accountRegion, String mail, String duty) {
    var account = accountRegion.account();
    return principals.computeIfAbsent(
        account + duty + mail,
        _ -> {
          var hash = Long.toHexString(Dice.numberOf(duty + tenant.slug()) | 1L << 63);
          return Principal.session(account, "AWSReservedSSO_" + duty + "_" + hash, SSO, mail, true);
        });
  }

  /// A program of the customer's own, in the session of its role.
  Principal workload(AccountRegion accountRegion, String role, String session) {
    return principals.computeIfAbsent(
        accountRegion.account() + role + session,
        _ -> Principal.session(accountRegion.account(), role, "/", session, false));
  }

  /// A service of AWS that acts by itself, by its host name.
  Principal service(String name) {
    return principals.computeIfAbsent(name, _ -> Principal.service(name + ".amazonaws.com"));
  }

  /// The machine user whose access key is stolen in the incident.
  Principal stolen(AccountRegion accountRegion) {
    return principals.computeIfAbsent(
        "stolen" + accountRegion.account(),
        _ -> {
          var key = "AKIA" + new Dice(Dice.numberOf(tenant.slug() + "stolen")).key(16);
          return Principal.user(accountRegion.account(), "legacy-backup", key);
        });
  }

  Principal partner() {
    return principals.computeIfAbsent(
        "partner", _ -> Principal.foreign("998877665544", "Fulfilment", "parcels"));
  }

  String function(AccountRegion accountRegion, String name) {
    return accountRegion.arn("lambda", "function:" + bucket(name));
  }

  String bucket(String purpose) {
    return tenant.slug() + '-' + purpose;
  }

  String cluster(AccountRegion accountRegion, String name) {
    return accountRegion.arn("ecs", "cluster/" + name);
  }

  /// The task that runs a service on a day; a new one each day.
  String task(AccountRegion accountRegion, String cluster, String service, long second) {
    var day = Math.floorDiv(second, 24 * Rhythm.HOUR);
    var name = Dice.numberOf(tenant.slug() + cluster + service + accountRegion.region());
    var id = new Dice(name, Dice.numberOf(accountRegion.account()), day).hex(32);
    return accountRegion.arn("ecs", "task/" + cluster + '/' + id);
  }

  /// Source address of a person; deterministic.
  String address(Principal who) {
    var number = Dice.numberOf(who.identity());
    return "198.51.100." + (1 + Math.floorMod(number, 250));
  }
}
