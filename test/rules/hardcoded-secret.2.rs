//@ options: { "inTests": true, "secretNames": ["pin"], "harmlessNames": ["csrf_secret"] }
const CARD_PIN: &str = "8263-9917";
//                     ^^^^^^^^^^^ hardcoded-secret: `CARD_PIN`
const CSRF_SECRET: &str = "f00f00b4r";

#[cfg(test)]
mod tests {
    const PASSWORD: &str = "Tr0ub4dor&3";
    fn issued() {
        connect("postgres://app:Xk29dkq0@db.internal/app");
        //      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcoded-secret
    }
}
