//@ dependencies: tokio[fs, time, rt], anyhow
use self::disk::{load as load_from_disk, Store};
use std::fs;
use std::sync::OnceLock;
use std::thread::sleep as nap;

fn read_config(path: &str) -> std::io::Result<String> {
    fs::read_to_string(path)
}

fn settings(path: &str) -> std::io::Result<Vec<String>> {
    Ok(read_config(path)?.lines().map(String::from).collect())
}

async fn direct() -> std::io::Result<String> {
    read_config("config.toml")
//  ^^^^^^^^^^^ blocking-in-async: `read_config` blocks the thread that runs async tasks: it calls `fs::read_to_string`; move the call to `spawn_blocking`
}

async fn two_steps() -> std::io::Result<Vec<String>> {
    let all = settings("config.toml")?;
    //        ^^^^^^^^ blocking-in-async: `settings` blocks the thread that runs async tasks: it calls `fs::read_to_string` by way of `read_config`; move
    Ok(all)
}

async fn by_other_paths() {
    self::read_config("a").ok();
//  ^^^^^^^^^^^^^^^^^ blocking-in-async
    crate::read_config("a").ok();
//  ^^^^^^^^^^^^^^^^^^ blocking-in-async
    load_from_disk();
//  ^^^^^^^^^^^^^^ blocking-in-async: `load_from_disk` blocks the thread that runs async tasks: it calls `std::fs::read`
    disk::load();
//  ^^^^^^^^^^ blocking-in-async
    use crate::disk::deeper as d;
    d::pause();
//  ^^^^^^^^ blocking-in-async: `d::pause` blocks the thread that runs async tasks: it calls `std::thread::sleep`
    Store::open();
//  ^^^^^^^^^^^ blocking-in-async: `Store::open` blocks the thread that runs async tasks: it calls `open` by way of `Store::fresh`
    paths().iter().for_each(|path| drop(read_config(path)));
    //                                  ^^^^^^^^^^^ blocking-in-async
}

async fn elsewhere(read_all: impl Fn()) {
    tokio::task::spawn_blocking(|| read_config("a")).await.ok();
    tokio::task::spawn_blocking(disk::load).await.ok();
    tokio::task::block_in_place(|| read_config("a")).ok();
    std::thread::spawn(|| read_config("a"));
    later(|| read_config("a"));
    read_all();
    disk::async_load().await;
    disk::only_in_a_closure();
    disk::on_a_thread();
    disk::at_start();
    disk::a_comment();
    disk::ours();
    unknown::read_config("a");
    let settings = |path: &str| path.len();
    settings("a");
}

fn read_all() {
    fs::read("a").ok();
}

fn not_async() {
    read_all();
    first_of_a_circle();
}

fn first_of_a_circle() {
    second_of_a_circle();
}

fn second_of_a_circle() {
    first_of_a_circle();
}

fn third_of_a_circle() {
    fourth_of_a_circle();
}

fn fourth_of_a_circle() {
    third_of_a_circle();
    nap(std::time::Duration::from_secs(1));
}

async fn circles() {
    first_of_a_circle();
    third_of_a_circle();
//  ^^^^^^^^^^^^^^^^^ blocking-in-async: `third_of_a_circle` blocks the thread that runs async tasks: it calls `nap` by way of `fourth_of_a_circle`
}

mod disk {
    pub mod deeper {
        use super::*;
        pub fn pause() {
            std::thread::sleep(std::time::Duration::from_secs(1));
        }
    }

    pub fn load() {
        for path in ["a", "b"] {
            if path != "b" {
                std::fs::read(path).ok();
            }
        }
    }

    pub async fn async_load() {
        tokio::fs::read("a").await.ok();
    }

    pub fn only_in_a_closure() -> impl Fn() {
        move || drop(std::fs::read("a"))
    }

    pub fn on_a_thread() {
        std::thread::spawn(move || {
            load();
            std::fs::read("a")
        });
        let task = async { load() };
        //                 ^^^^ blocking-in-async
        fn inner() {
            load();
        }
        drop((task, inner));
    }

    pub fn at_start() -> &'static [u8] {
        static DATA: super::OnceLock<Vec<u8>> = super::OnceLock::new();
        DATA.get_or_init(|| std::fs::read("a").unwrap_or_default())
    }

    pub fn a_comment() -> &'static str {
        // load() and std::fs::read("a") would block
        "load() and std::fs::read(a)" /* std::thread::sleep(D) */
    }

    pub fn ours() {
        fs::read("a");
    }

    mod fs {
        pub fn read(_: &str) {}
    }

    pub struct Store<T>(T);

    impl<T> Store<T> {
        pub fn open() {
            Self::fresh();
        }

        fn fresh() {
            let mut options = std::fs::OpenOptions::new();
            options.read(true);
            options.open("a").ok();
        }

        fn wait(&self) {
            let (tx, rx) = std::sync::mpsc::channel::<u8>();
            self.keep(tx);
            rx.recv().ok();
        }

        fn list(&self) -> std::io::Result<std::process::Output> {
            std::process::Command::new("ls")
                .arg("-l")
                .output()
        }

        async fn methods(&self, other: &Other) {
            self.wait();
            //   ^^^^^^ blocking-in-async: `self.wait` blocks the thread that runs async tasks: it calls `recv`
            self.list().ok();
            //   ^^^^^^ blocking-in-async: `self.list` blocks the thread that runs async tasks: it calls `output`
            Self::fresh();
//          ^^^^^^^^^^^ blocking-in-async: `Self::fresh` blocks the thread that runs async tasks: it calls `open`
            self.unknown();
            other.wait();
            self.0.wait();
        }
    }

    trait Loads {
        fn load(&self) {
            std::fs::read("a").ok();
        }
        async fn run(&self) {
            self.load();
        }
    }
}

#[cfg(test)]
mod tests {
    fn prepare() {
        std::fs::write("a", "b").ok();
    }

    #[tokio::test]
    async fn works() {
        prepare();
        super::read_all();
    }
}
