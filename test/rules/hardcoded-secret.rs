// example: bad
const API_KEY: &str = "9f8e7d6c5b4a39281706";
//                    ^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: `API_KEY` has its value in the source
// example: good
fn api_key() -> Result<String, std::env::VarError> {
    std::env::var("SERVICE_API_KEY")
}
// example: end

static SIGNING_KEY: [u8; 8] = [0x2b, 0x7e, 0x15, 0x16, 0x28, 0xae, 0xd2, 0xa6];
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: `SIGNING_KEY`
static HMAC_KEY: &[u8] = b"k3y-for-0ur-macs";
//                       ^^^^^^^^^^^^^^^^^^^ hardcoded-secret

fn values(mut config: Config) -> Config {
    let password = String::from("Tr0ub4dor&3");
    //                          ^^^^^^^^^^^^^ hardcoded-secret: `password`
    let mut jwt_secret = Some("s3cr3t-of-ours".to_string());
    //                        ^^^^^^^^^^^^^^^^ hardcoded-secret
    config.client_secret = r"q8w7e6r5t4".into();
    //                     ^^^^^^^^^^^^^ hardcoded-secret: `client_secret`
    let client = Client::builder().user("anna").password("c0rrecth0rse").build();
    //                                                   ^^^^^^^^^^^^^^ hardcoded-secret: `password`
    Config { apiKey: SecretString::new("zx81zx82zx83".into()), ..config }
    //                                 ^^^^^^^^^^^^^^ hardcoded-secret: `apiKey`
}

fn issued() {
    connect("postgres://app:Xk29dkq0@db.internal/app");
    //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: this text contains a URL with a password in it
    header("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dGhpcyBpcyBub3Qgb25l");
    //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: this text contains a signed token (JWT)
    println!("{}", "glpat-aaBBccDDeeFFggHHiiJJ");
    //             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: this text contains a token of GitLab
    let key = "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC";
    //        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret: this text contains a private key
}

const API_KEY_ENV: &str = "SERVICE_API_KEY";
const PASSWORD: &str = "password";
const ACCESS_TOKEN: &str = "access_token";
const CLIENT_SECRET: &str = "client-secret";
const SECRET: &str = "X-Vault-Secret";
const CREDENTIALS: &str = "vault.credentials-engine";
const USER_PASSWORD: &[u8] = b"userPassword\0";
const PROXY_PASSWORD: &str = "proxypassword";
const RAW_SECRET: &str = "TRUNCATE";
const OID_PASSWORD: &str = "2.5.4.35";
const KEY_BLOB_PRIVATE_KEY: &str = "PrivateKeyBlob";
// What a hash function begins with is printed in its description.
pub const DEFAULT_SECRET: [u8; 8] = [0xb8, 0xfe, 0x6c, 0x39, 0x23, 0xa4, 0x4b, 0xbe];
const MASTER_KEY: [u8; 16] = [0; 16];
const AES_KEY: [u8; 8] = [0, 0, 0, 0, 0, 0, 0, 0];
const PEM: &str = "-----BEGIN RSA PRIVATE KEY-----";

fn harmless(config: &mut Config, store: &Store) {
    let password = "enter the password";
    let password_file = "/run/secrets/x1";
    let secret = "/run/secrets/db7";
    let api_key = "https://host.name/k1";
    let api_key = "your-api-key-1";
    let api_key = "example0key";
    let passwd = "********";
    let auth_token = "{token}{salt}";
    let private_key = "id_rsa.2048.pem";
    let session_token = String::new();
    let short = "1234567";
    let client_secret = std::env::var("CLIENT_SECRET1");
    let secret = store.get_secret("db7-prod-main");
    config.secret = load("db7-prod-main");
    connect("postgres://postgres:postgres@localhost/app");
    connect("redis://:password@localhost");
    connect("https://anna:Xk29dkq0@example.com");
    aws("AKIAIOSFODNN7EXAMPLE");
    // let password = "Tr0ub4dor&3";
}

#[cfg(test)]
mod tests {
    const PASSWORD: &str = "Tr0ub4dor&3";
    fn issued() {
        connect("postgres://app:Xk29dkq0@db.internal/app");
    }
}
