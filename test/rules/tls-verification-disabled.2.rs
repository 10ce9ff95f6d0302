//@ dependencies: rustls rustls-platform-verifier
use rustls_platform_verifier::Verifier;
use std::sync::Arc;

fn platform(builder: rustls::ConfigBuilder) -> rustls::ClientConfig {
    builder.dangerous().with_custom_certificate_verifier(Arc::new(Verifier::new())).with_no_client_auth()
}

fn own(builder: rustls::ConfigBuilder) -> rustls::ClientConfig {
    builder
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(own::Verifier))
        //~ 10-67 tls-verification-disabled: `with_custom_certificate_verifier(…)` puts own code
        .with_no_client_auth()
}

fn given(builder: rustls::ConfigBuilder, verifier: Arc<dyn rustls::ServerCertVerifier>) {
    builder.dangerous().with_custom_certificate_verifier(verifier);
}

fn followed(builder: rustls::ConfigBuilder, roots: Roots) -> Result<(), Error> {
    let verifier = rustls::client::WebPkiServerVerifier::builder(roots).build()?;
    builder.dangerous().with_custom_certificate_verifier(verifier);
    let verifier = Wrapped { verifier };
    builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier));
    //                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled
    Ok(())
}
