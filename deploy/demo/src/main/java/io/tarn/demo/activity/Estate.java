package io.tarn.demo.activity;

import io.tarn.local.realm.DemoTenant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What a customer has in the cloud, and who works there: always the same for a tenant.
final class Estate {
  static final List<String> REGIONS = List.of(Place.GLOBAL, "eu-central-1", "eu-west-1");
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
  private final List<Place> places = new ArrayList<>();
  private final Map<Place, Integer> shares = new HashMap<>();

  Estate(DemoTenant tenant) {
    this.tenant = tenant;
    for (var account : tenant.accounts()) {
      for (var region : REGIONS) {
        var place = new Place(account, region);
        places.add(place);
        shares.put(place, SHARE.get(tenant.accounts().indexOf(account)) * shareOf(region));
      }
    }
  }

  private static int shareOf(String region) {
    return SHARE.get(REGIONS.indexOf(region));
  }

  String slug() {
    return tenant.slug();
  }

  List<Place> places() {
    return places;
  }

  /// How much of everything happens at a place, in units that only compare.
  int share(Place place) {
    return shares.getOrDefault(place, 1);
  }

  /// Somebody at work with the role that his or her duty gives, by single sign-on.
  Principal person(Place place, Dice dice) {
    var index = dice.below(tenant.people().size());
    return person(place, tenant.people().get(index), DUTIES.get(index % DUTIES.size()));
  }

  /// Somebody who may change things.
  Principal changer(Place place, Dice dice) {
    var index = dice.below(Math.min(3, tenant.people().size()));
    return person(place, tenant.people().get(index), DUTIES.get(index));
  }

  /// Somebody who may open shells in containers.
  Principal operator(Place place, Dice dice) {
    var index = dice.below(Math.min(2, tenant.people().size()));
    return person(place, tenant.people().get(index), "Operations");
  }

  private Principal person(Place place, String name, String duty) {
    var account = place.account();
    return principals.computeIfAbsent(
        account + duty + name,
        _ -> {
          var hash = Long.toHexString(Dice.numberOf(duty + tenant.slug()) | 1L << 63);
          var mail = "%s@%s.example".formatted(name, tenant.slug());
          return Principal.session(account, "AWSReservedSSO_" + duty + "_" + hash, SSO, mail, true);
        });
  }

  /// A program of the customer's own, in the session of its role.
  Principal workload(Place place, String role, String session) {
    return principals.computeIfAbsent(
        place.account() + role + session,
        _ -> Principal.session(place.account(), role, "/", session, false));
  }

  /// A service of AWS that acts by itself, by its host name.
  Principal service(String name) {
    return principals.computeIfAbsent(name, _ -> Principal.service(name + ".amazonaws.com"));
  }

  /// The machine user whose access key is stolen in the incident.
  Principal stolen(Place place) {
    return principals.computeIfAbsent(
        "stolen" + place.account(),
        _ -> {
          var key = "AKIA" + new Dice(Dice.numberOf(tenant.slug() + "stolen")).key(16);
          return Principal.user(place.account(), "legacy-backup", key);
        });
  }

  Principal partner() {
    return principals.computeIfAbsent(
        "partner", _ -> Principal.foreign("998877665544", "Fulfilment", "parcels"));
  }

  String function(Place place, String name) {
    return place.arn("lambda", "function:" + bucket(name));
  }

  String bucket(String purpose) {
    return tenant.slug() + '-' + purpose;
  }

  String cluster(Place place, String name) {
    return place.arn("ecs", "cluster/" + name);
  }

  /// The task that runs a service on a day; a new one each day.
  String task(Place place, String cluster, String service, long second) {
    var day = Math.floorDiv(second, 24 * Rhythm.HOUR);
    var name = Dice.numberOf(tenant.slug() + cluster + service + place.region());
    var id = new Dice(name, Dice.numberOf(place.account()), day).hex(32);
    return place.arn("ecs", "task/" + cluster + '/' + id);
  }

  /// The address from which somebody works, always the same for the same person.
  String address(Principal who) {
    var number = Dice.numberOf(who.identity());
    return "198.51.100." + (1 + Math.floorMod(number, 250));
  }
}
