from kittiwake.cli.main import main

main()
