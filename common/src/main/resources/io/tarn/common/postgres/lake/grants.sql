-- Services and tenants may call every function of the schema, nobody else any.
revoke all on all functions in schema lake from public;
grant execute on all functions in schema lake to tarn_services, tarn_tenants;
