//@ compile: yes
use std::sync::Arc;

// example: bad
fn client() -> Client {
    Client::builder().danger_accept_invalid_certs(true).build()
    //                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled: `danger_accept_invalid_certs(true)` accepts any certificate
}
// example: good
fn client_of(authority: Certificate) -> Client {
    Client::builder().add_root_certificate(authority).build()
}
// example: end

fn every_form(builder: ClientBuilder, lax: bool) -> ClientBuilder {
    builder
        .danger_accept_invalid_hostnames(true)
        //~ 10-47 tls-verification-disabled: `danger_accept_invalid_hostnames(true)` accepts a certificate of any other host
        .tls_danger_accept_invalid_certs(true)
        //~ 10-47 tls-verification-disabled
        .dangerous_accept_invalid_certs( /* for now */ true)
        //~ 10-61 tls-verification-disabled
        .danger_accept_invalid_certs(false)
        .danger_accept_invalid_certs(lax)
}

fn openssl(context: &mut Context) {
    context.set_verify(SslVerifyMode::NONE);
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled: `set_verify(SslVerifyMode::NONE)` accepts any certificate
    context.set_verify(SslVerifyMode::PEER);
    context.set_verify_hostname(false);
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled: `set_verify_hostname(false)` accepts
    context.verify_hostname(true);
}

fn rustls(config: &mut Config) {
    config.dangerous().set_certificate_verifier(Arc::new(Anything));
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled: `set_certificate_verifier(…)` puts own code
    config.set_certificate_verifier(Arc::new(Anything));
}

/// A sentence about `danger_accept_invalid_certs(true)` is no call.
fn logged(builder: ClientBuilder) {
    let text = "danger_accept_invalid_certs(true)";
    println!("{text} {:?}", builder.danger_accept_invalid_certs(true).build().0);
    //                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tls-verification-disabled
}

#[cfg(test)]
mod tests {
    fn quiet(builder: super::ClientBuilder) {
        builder.danger_accept_invalid_certs(true);
    }
}

struct Client(u8);
struct ClientBuilder;
struct Certificate;
struct Anything;
struct Config;
struct Context;
#[allow(clippy::upper_case_acronyms, reason = "named as in openssl")]
enum SslVerifyMode {
    NONE,
    PEER,
}

impl Client {
    fn builder() -> ClientBuilder {
        ClientBuilder
    }
}
impl ClientBuilder {
    fn danger_accept_invalid_certs(self, _: bool) -> Self {
        self
    }
    fn danger_accept_invalid_hostnames(self, _: bool) -> Self {
        self
    }
    fn tls_danger_accept_invalid_certs(self, _: bool) -> Self {
        self
    }
    fn dangerous_accept_invalid_certs(self, _: bool) -> Self {
        self
    }
    fn add_root_certificate(self, _: Certificate) -> Self {
        self
    }
    fn build(self) -> Client {
        Client(0)
    }
}
impl Context {
    fn set_verify(&mut self, _: SslVerifyMode) {}
    fn set_verify_hostname(&mut self, _: bool) {}
    fn verify_hostname(&mut self, _: bool) {}
}
impl Config {
    fn dangerous(&mut self) -> &mut Self {
        self
    }
    fn set_certificate_verifier<V>(&mut self, _: Arc<V>) {}
}
