// example: bad
fn login(user: &str, password: &str) {
    info!("{user} logs in with {password}");
    //                          ^^^^^^^^ secret-in-log: `password` is written to the log by `info!`
}
// example: good
fn login_quietly(user: &str, password: &str) {
    info!("{user} logs in with a password of {} characters", password.len());
}
// example: end

fn arguments(config: &Config, api_key: &ApiKey) {
    println!("key {}", api_key);
    //                 ^^^^^^^ secret-in-log: `api_key` is written to the log by `println!`
    eprintln!("key {:?}", &config.api_key.as_str());
    //                     ^^^^^^^^^^^^^^ secret-in-log: `config.api_key` is written
    dbg!(&self.auth.access_token.clone());
    //    ^^^^^^^^^^^^^^^^^^^^^^ secret-in-log
    log::warn!(target: "auth", "bad {}", config.client_secret.expose_secret());
    //                                   ^^^^^^^^^^^^^^^^^^^^ secret-in-log
    error!("{0} {password:?}", 1, password = old_password);
    //                                       ^^^^^^^^^^^^ secret-in-log: `old_password`
    log!(Level::Info, "{jwt_secret:>10}");
    //                  ^^^^^^^^^^ secret-in-log
}

fn fields(session_token: &str, user: &User) {
    tracing::info!(user = %user.name, token = %session_token, "login");
    //                                         ^^^^^^^^^^^^^ secret-in-log: `session_token` is written to the log by `info!`
    debug!(?session_token);
    //      ^^^^^^^^^^^^^ secret-in-log
    let span = info_span!("login", session_token);
    //                             ^^^^^^^^^^^^^ secret-in-log: `session_token` is written to the log by `info_span!`
    trace!(user.password, r#"raw {session_token}"#);
    //     ^^^^^^^^^^^^^ secret-in-log
    //~ 35-48 secret-in-log
    tokio::select! {
        _ = done() => warn!("{}", user.password),
        //                        ^^^^^^^^^^^^^ secret-in-log
    }
}

fn quiet(password: &str, api_key: &str, config: &Config) {
    info!("{}", password.len());
    info!("{}", redact(api_key));
    info!("{{password}} password accepted: {}", config.password_file);
    info!("{password}", password = "*".repeat(password.len()));
    info!("{password_len}", password_len = password.len());
    info!("{}", password.is_empty());
    info!("{:?}", Secret::from(api_key));
    info!("{}", mask(&config.api_key));
    let text = format!("{password}");
    write!(out, "{}", password);
    assert!(password == api_key, "{password}");
    // println!("{password}")
    info!("{}", config.has_password);
}

struct Cli {
    private_key: Option<PathBuf>,
    password: SecretString,
    api_key: String,
}
impl Cli {
    fn show(&self, passphrase: &Path) {
        println!("{:?} {:?} {}", self.private_key, self.password, self.api_key);
        //                                                        ^^^^^^^^^^^^ secret-in-log
        println!("{passphrase:?}");
        let cli = Cli::parse();
        println!("{:?}", cli.private_key);
    }
}

macro_rules! show {
    ($password:expr) => {
        println!("{}", $password)
    };
}

#[cfg(test)]
mod tests {
    fn prints(password: &str) {
        println!("{password}");
    }
}
