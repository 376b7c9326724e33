// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {CredentialAnchor} from "../CredentialAnchor.sol";
import {Checks} from "./Vm.t.sol";

/// @dev The accounts, kinds and dates that every test starts from.
abstract contract People is Checks {
    address internal constant MINISTRY = address(0xA1);
    address internal constant ACADEMY = address(0xB1);
    address internal constant OTHER_ACADEMY = address(0xB2);
    address internal constant SCHOOL = address(0xC1);
    address internal constant STRANGER = address(0xD1);

    uint8 internal constant COMPETENCE = 1;
    uint8 internal constant DIPLOMA = 2;

    uint48 internal constant TODAY = 1_800_000_000;
    uint48 internal constant DAY = 1 days;
    uint48 internal constant YEAR = 365 days;

    CredentialAnchor public ledger;

    function openLedger() internal {
        vm.warp(TODAY);
        ledger = new CredentialAnchor(MINISTRY);
    }

    function accredit(address by, address issuer, uint8 kind, uint48 from, uint48 until, bool mayAccredit) internal {
        vm.prank(by);
        ledger.accredit(issuer, kind, from, until, mayAccredit);
    }

    function withdraw(address by, address issuer, uint8 kind, uint48 date) internal {
        vm.prank(by);
        ledger.withdraw(issuer, kind, date);
    }

    function accreditAcademy() internal {
        accredit(MINISTRY, ACADEMY, COMPETENCE, TODAY, TODAY + 10 * YEAR, true);
    }

    function accreditSchool() internal {
        accreditAcademy();
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
    }
}

/// @dev A new ledger for each test.
abstract contract FreshLedger is People {
    function setUp() public virtual {
        openLedger();
    }
}
